package dev.innkeeper.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What a REST client is told at the door: who it must be (401) and what it may not do (403). */
@Component
public class ApiDoors implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter writer;

    ApiDoors(ProblemWriter writer) {
        this.writer = writer;
    }

    /** Answers 401 and says how to sign in. */
    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException {
        writer.write(
                unauthenticated(refused instanceof LockedException)
                        .withHeader(
                                HttpHeaders.WWW_AUTHENTICATE,
                                "Basic realm=\"Innkeeper\", charset=\"UTF-8\""),
                request,
                response);
    }

    /** Answers 403 and says whom to ask. */
    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        writer.write(forbidden(), request, response);
    }

    static Problem unauthenticated(boolean locked) {
        return Problem.of(
                HttpStatus.UNAUTHORIZED,
                "unauthenticated",
                "Sign in first | 请先登录",
                "",
                locked
                        ? "This user is locked for a moment after wrong passwords. |"
                                + " 密码多次错误，该用户暂时被锁定。"
                        : "The request carries no valid user and password. | 请求没有有效的用户名和密码。",
                "Send HTTP Basic credentials of a user of this service. |"
                        + " 请使用本系统用户的 HTTP Basic 凭据。");
    }

    static Problem forbidden() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "forbidden",
                "Not allowed | 无权操作",
                "",
                "Your groups do not allow this. | 您所在的组无权执行此操作。",
                "Ask somebody of a department that may, or your administrator for the group. |"
                        + " 请联系有权限的部门，或请管理员为您添加相应的组。");
    }
}
