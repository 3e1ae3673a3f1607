package dev.innkeeper.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;

/** The address of a request as the {@code instance} of a problem; empty where it is no address. */
final class Instance {

    private static final int LONGEST = 300;

    private Instance() {}

    static String of(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path == null || path.length() > LONGEST) {
            return "";
        }
        try {
            return new URI(path).toString();
        } catch (URISyntaxException notAnAddress) {
            return "";
        }
    }
}
