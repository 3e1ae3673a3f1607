package dev.innkeeper.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * The engine alone: Innkeeper's diagrams, its engine settings (the same application.yml) and its
 * table definitions on the same database server, but steps that do nothing.
 */
final class BareEngine implements AutoCloseable {

    static final String SCHEMA = "bare";

    private final ConfigurableApplicationContext context;
    private final RuntimeService runtime;

    private BareEngine(ConfigurableApplicationContext context) {
        this.context = context;
        this.runtime = context.getBean(RuntimeService.class);
    }

    static BareEngine start(Server server, Path diagrams) throws IOException {
        var context =
                new SpringApplicationBuilder(Wiring.class)
                        .web(WebApplicationType.NONE)
                        .properties(
                                Map.of(
                                        "spring.datasource.url", server.url(SCHEMA),
                                        "spring.datasource.username", server.user(),
                                        "spring.datasource.password", server.password(),
                                        "camunda.bpm.process-engine-name", SCHEMA,
                                        "spring.jmx.enabled", "false"))
                        .run();
        var deployment =
                context.getBean(ProcessEngine.class)
                        .getRepositoryService()
                        .createDeployment()
                        .name("complaint");
        try (var files = Files.list(diagrams)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                deployment.addString(file.getFileName().toString(), Files.readString(file));
            }
        }
        deployment.deploy();
        return new BareEngine(context);
    }

    /** Starts a case as Innkeeper does: with a business key and the answers that gateways read. */
    void startCase(String key, Map<String, Object> answers) {
        runtime.startProcessInstanceByKey("complaint-handling", key, answers);
    }

    @Override
    public void close() {
        context.close();
    }

    /** No {@code @Configuration}, lest Innkeeper, started in the same process, finds it. */
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        CamundaBpmAutoConfiguration.class
    })
    static class Wiring {

        @Bean
        NothingToDo complaintSteps() {
            return new NothingToDo();
        }
    }

    /** Bears the names of the steps that a case passes until its first task. */
    public static final class NothingToDo {

        /** The number and the customer are there already. */
        public void registerComplaint(DelegateExecution execution) {}

        /** The answers are there from the start. */
        public void gradeComplaint(DelegateExecution execution) {}
    }
}
