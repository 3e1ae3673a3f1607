package dev.innkeeper.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query with a parameter that the endpoint does not know: a filter that is misspelt would
 * otherwise list everything.
 */
final class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
            Set<String> known = known(method);
            request.getParameterMap().keySet().stream()
                    .filter(name -> !known.contains(name))
                    .findFirst()
                    .ifPresent(
                            name -> {
                                throw new ProblemException(
                                        Unreadable.unknownField(name, name, known));
                            });
        }
        return true;
    }

    private static Set<String> known(HandlerMethod method) {
        var names = new DefaultParameterNameDiscoverer();
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> name(parameter, names))
                .collect(Collectors.toSet());
    }

    private static String name(MethodParameter parameter, DefaultParameterNameDiscoverer names) {
        var annotation =
                Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
        if (!annotation.name().isEmpty()) {
            return annotation.name();
        }
        parameter.initParameterNameDiscovery(names);
        return Objects.requireNonNullElse(parameter.getParameterName(), "");
    }
}
