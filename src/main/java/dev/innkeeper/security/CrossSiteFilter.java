package dev.innkeeper.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A browser keeps Basic credentials and sends them along with whatever page of another site asks it
 * to post: such a request is refused. Machines do not send the header.
 */
class CrossSiteFilter extends OncePerRequestFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final AccessDeniedHandler refusals;

    CrossSiteFilter(AccessDeniedHandler refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site == null || OWN.contains(site) || HARMLESS.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            refusals.handle(request, response, new AccessDeniedException("Posted by another site"));
        }
    }
}
