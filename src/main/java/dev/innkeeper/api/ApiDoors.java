package dev.innkeeper.api;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What somebody is told at the door: who to be (401), and what their groups do not allow (403). */
public final class ApiDoors {

    private static final String CHALLENGE = "Basic realm=\"Innkeeper\", charset=\"UTF-8\"";

    private ApiDoors() {}

    /** Nobody is signed in. */
    public static Problem unauthenticated() {
        return Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "unauthenticated",
                        "Sign in first | 请先登录",
                        "",
                        "The user or the password is missing or wrong, or the user is locked for a"
                                + " while after wrong passwords. |"
                                + " 用户名或密码缺失或错误，或该用户因多次输错密码暂时被锁定。",
                        "Send HTTP Basic with a valid user; after a wrong password wait up to a"
                                + " minute. | 请使用有效用户的 HTTP Basic 凭据；输错密码后请等待最多一分钟。")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }

    /** None of the groups of the user may do this. */
    public static Problem forbidden() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "forbidden",
                "Not allowed | 无权操作",
                "",
                "None of your groups may do this. | 您所在的组均无权执行此操作。",
                "Ask an administrator for the group that it needs; docs/security.md has the list. |"
                        + " 请向管理员申请所需的组，清单见 docs/security.md。");
    }

    /** What is not published past the approval of a second person. */
    public static Problem throughADraft() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "forbidden",
                "Not allowed | 无权操作",
                "",
                "Diagrams and forms do not go live by a deployment: somebody else has to approve"
                        + " them. | 流程图和表单不能通过部署直接上线，须经他人批准。",
                "Send the files as a draft: POST /api/drafts, or the page /changes. |"
                        + " 请以草稿提交：POST /api/drafts，或使用/changes页面。");
    }
}
