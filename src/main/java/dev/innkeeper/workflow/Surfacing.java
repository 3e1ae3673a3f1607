package dev.innkeeper.workflow;

import dev.innkeeper.common.Language;
import dev.innkeeper.common.Refusal;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * The engine wraps what a listener throws. For who completes or hands over a task it is brought to
 * the surface: a refusal with its words, as a bad request or as something that is not allowed, and
 * not as a failure of the service.
 */
final class Surfacing {

    private static final String BETWEEN = " | ";

    private Surfacing() {}

    static <T> T call(Supplier<T> action) {
        try {
            return action.get();
        } catch (ProcessEngineException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof AuthorizationException forbidden) {
                    throw forbidden;
                }
                if (cause instanceof Refusal refusal) {
                    throw surface(refusal);
                }
            }
            throw e;
        }
    }

    static void run(Runnable action) {
        call(
                () -> {
                    action.run();
                    return true;
                });
    }

    private static ProcessEngineException surface(Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
            AuthorizationException forbidden = new AuthorizationException(words(refusal));
            forbidden.initCause(refusal);
            return forbidden;
        }
        return new FormFieldValidationException(refusal.field(), words(refusal), refusal);
    }

    private static String words(Refusal refusal) {
        String english = half(refusal, Language.ENGLISH);
        String chinese = half(refusal, Language.CHINESE);
        return english.equals(chinese) ? english : english + BETWEEN + chinese;
    }

    private static String half(Refusal refusal, Language language) {
        return (language.of(refusal.getMessage()) + " " + language.of(refusal.remedy())).strip();
    }
}
