package dev.innkeeper.workflow;

import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationInitializer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What this house changes in the engine. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class EngineConfiguration extends AbstractCamundaConfiguration implements ProcessEnginePlugin {

    /** Ids of users, groups and tenants: departments have hyphens, people often a mail address. */
    private static final String IDS = "[a-zA-Z0-9][a-zA-Z0-9._@-]*";

    private final Steps steps;
    private final BuiltInListeners listeners;
    private final KeptHistory history;
    private final Retrying retrying;

    /**
     * @param tables asked for so that the engine's tables are there before the engine looks for
     *     them
     */
    EngineConfiguration(
            Steps steps,
            BuiltInListeners listeners,
            KeptHistory history,
            Retrying retrying,
            FlywayMigrationInitializer tables) {
        this.steps = steps;
        this.listeners = listeners;
        this.history = history;
        this.retrying = retrying;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        configuration.setExpressionManager(new SandboxedExpressions(steps));
        configuration.setBpmnParseFactory(parser -> new CheckedParse(parser, steps));
        configuration.setCustomPostBPMNParseListeners(with(configuration, listeners));
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        configuration.setCustomHistoryEventHandlers(List.of(history));
        configuration.setCustomPreCommandInterceptorsTxRequired(
                List.of(new SurfacingInterceptor()));
        configuration.setTaskService(new GuardedTaskService(retrying, listeners));
        configuration.setFormService(new GuardedFormService(retrying, listeners));
        configuration.setGeneralResourceWhitelistPattern(IDS);
        configuration.setDmnEnabled(false);
        // Scripts are refused, so no languages are looked for either, which takes seconds.
        configuration.setScriptEngineResolver(
                new DefaultScriptEngineResolver(new ScriptEngineManager(null)));
        configuration.setEnableScriptCompilation(false);
    }

    private static List<BpmnParseListener> with(
            ProcessEngineConfigurationImpl configuration, BpmnParseListener listener) {
        var all = new ArrayList<BpmnParseListener>();
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            all.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        all.add(listener);
        return all;
    }
}
