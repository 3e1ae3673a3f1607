package dev.innkeeper.workflow;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.util.Iterator;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Expressions of diagrams and of stored task lists, which as the engine comes could run any code.
 * Here they reach the variables of the process, {@code execution} and {@code task} as arguments,
 * and the methods of {@link Steps}. Where no process runs, as in the filters of a task list, they
 * reach nothing but the engine's functions {@code currentUser()}, {@code currentUserGroups()},
 * {@code now()} and {@code dateTime()}.
 */
class SandboxedExpressions extends JuelExpressionManager {

    private final Steps steps;

    SandboxedExpressions(Steps steps) {
        this.steps = steps;
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new StepsResolver());
        resolver.add(new VariableScopeElResolver());
        resolver.add(new Wall());
        return resolver;
    }

    private abstract static class Resolver extends ELResolver {

        @Override
        public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return Object.class;
        }

        @Override
        public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(
                ELContext context, @Nullable Object base) {
            return null;
        }

        @Override
        public @Nullable Class<?> getType(
                ELContext context, @Nullable Object base, Object property) {
            return null;
        }

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
            return true;
        }

        @Override
        public void setValue(
                ELContext context, @Nullable Object base, Object property, Object value) {
            // Nothing is set by an expression.
        }
    }

    /** The beans of the steps, while a process runs. */
    private final class StepsResolver extends Resolver {

        @Override
        public @Nullable Object getValue(
                ELContext context, @Nullable Object base, Object property) {
            if (base != null || context.getContext(VariableScope.class) == null) {
                return null;
            }
            var bean = steps.bean(String.valueOf(property));
            bean.ifPresent(found -> context.setPropertyResolved(true));
            return bean.orElse(null);
        }

        @Override
        public @Nullable Object invoke(
                ELContext context,
                @Nullable Object base,
                Object method,
                Class<?> @Nullable [] types,
                Object[] arguments) {
            if (base == null || !steps.isSteps(base)) {
                return null;
            }
            var name = String.valueOf(method);
            var found =
                    Steps.method(base, name, arguments.length)
                            .orElseThrow(
                                    () ->
                                            new MethodNotFoundException(
                                                    "There is no step "
                                                            + name
                                                            + " with "
                                                            + arguments.length
                                                            + " arguments"));
            var factory = (ExpressionFactory) context.getContext(ExpressionFactory.class);
            var coerced = new Object[arguments.length];
            for (var n = 0; n < arguments.length; n++) {
                var type = found.getParameterTypes()[n];
                coerced[n] =
                        type.isInstance(arguments[n])
                                ? arguments[n]
                                : factory.coerceToType(arguments[n], type);
            }
            context.setPropertyResolved(true);
            try {
                return Steps.call(base, found, coerced);
            } catch (InvocationTargetException e) {
                throw new ELException(e.getCause());
            }
        }
    }

    /** Everything else ends here, but for reckoning with the engine's date. */
    private static final class Wall extends Resolver {

        private static final String DATE = "org.joda.time.DateTime";
        private static final Set<String> RECKONING =
                Set.of(
                        "plusMinutes",
                        "plusHours",
                        "plusDays",
                        "plusWeeks",
                        "plusMonths",
                        "minusMinutes",
                        "minusHours",
                        "minusDays",
                        "minusWeeks",
                        "minusMonths",
                        "withTimeAtStartOfDay",
                        "toDate");

        private final BeanELResolver plain = new BeanELResolver(true);

        @Override
        public @Nullable Object getValue(
                ELContext context, @Nullable Object base, Object property) {
            if (base == null) {
                return null;
            }
            throw new PropertyNotFoundException(
                    "An expression may not look into a value: ." + property);
        }

        @Override
        public @Nullable Object invoke(
                ELContext context,
                @Nullable Object base,
                Object method,
                Class<?> @Nullable [] types,
                Object[] arguments) {
            if (base != null
                    && base.getClass().getName().equals(DATE)
                    && RECKONING.contains(String.valueOf(method))) {
                return plain.invoke(context, base, method, types, arguments);
            }
            throw new MethodNotFoundException("An expression may call steps only, not " + method);
        }
    }
}
