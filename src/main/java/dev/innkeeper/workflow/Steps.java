package dev.innkeeper.workflow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a service task of a diagram may call: the public methods of the beans whose name ends in
 * {@code Steps}, and nothing else.
 */
@Component
class Steps {

    private static final String SUFFIX = "Steps";

    private final ConfigurableListableBeanFactory beans;

    private final Supplier<Set<String>> names = SingletonSupplier.of(this::find);

    Steps(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    /** The bean of this name, if diagrams may use it. */
    Optional<Object> bean(String name) {
        return names().contains(name) ? Optional.of(beans.getBean(name)) : Optional.empty();
    }

    boolean isSteps(Object candidate) {
        return names().stream().anyMatch(name -> beans.getBean(name) == candidate);
    }

    Set<String> names() {
        return names.get();
    }

    private Set<String> find() {
        return Arrays.stream(beans.getBeanDefinitionNames())
                .filter(name -> name.endsWith(SUFFIX) && name.length() > SUFFIX.length())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The methods of a bean, each with its numbers of arguments. */
    Map<String, Set<Integer>> methods(String name) {
        var methods = new TreeMap<String, Set<Integer>>();
        var type = beans.getType(name);
        if (type != null) {
            callable(type)
                    .forEach(
                            method ->
                                    methods.computeIfAbsent(
                                                    method.getName(), key -> new TreeSet<>())
                                            .add(method.getParameterCount()));
        }
        return methods;
    }

    /** The one method of a bean with this name and number of arguments. */
    static Optional<Method> method(Object bean, String name, int arguments) {
        var found =
                callable(AopUtils.getTargetClass(bean)).stream()
                        .filter(method -> method.getName().equals(name))
                        .filter(method -> method.getParameterCount() == arguments)
                        .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    static Object call(Object bean, Method method, Object[] arguments)
            throws InvocationTargetException {
        var callable = AopUtils.selectInvocableMethod(method, bean.getClass());
        callable.setAccessible(true);
        try {
            return callable.invoke(bean, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Method> callable(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .toList();
    }
}
