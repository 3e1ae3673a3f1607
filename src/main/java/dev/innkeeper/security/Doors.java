package dev.innkeeper.security;

import dev.innkeeper.api.ApiDoors;
import dev.innkeeper.api.ProblemWriter;
import dev.innkeeper.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Refusals at the door as problem details (RFC 9457), like those behind it. */
@Component
class Doors implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter writer;

    Doors(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        writer.write(
                exception instanceof InternalAuthenticationServiceException
                        ? Problems.of(exception)
                        : ApiDoors.unauthenticated(),
                request,
                response);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        writer.write(
                request.getRequestURI().contains("/deployment")
                        ? ApiDoors.throughADraft()
                        : ApiDoors.forbidden(),
                request,
                response);
    }

    /**
     * Refusals of a page, whose token ends with its session: whoever is no longer signed in is
     * asked to sign in.
     */
    void onPage(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        boolean signedIn = SecurityContextHolder.getContext().getAuthentication() != null;
        writer.write(
                signedIn ? ApiDoors.forbidden() : ApiDoors.unauthenticated(), request, response);
    }

    /** What is shut for everybody: signing in would not help. */
    void forbidden(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception)
            throws IOException {
        writer.write(ApiDoors.forbidden(), request, response);
    }
}
