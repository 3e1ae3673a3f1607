package dev.innkeeper.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Brings what stands open beside a step up to date at the end of the transaction, when the engine
 * has settled where each process stands, and once for all that happened in it.
 */
@Component
public class AtCommit {

    private final RuntimeService runtime;
    private final EngineUser engineUser;

    AtCommit(RuntimeService runtime, EngineUser engineUser) {
        this.runtime = runtime;
        this.engineUser = engineUser;
    }

    /**
     * Sends a message to the process where anything in it waits for the message, once. Nobody waits
     * where what it is for is just being done: that will see what is true by itself.
     */
    public void tell(String processInstance, String message) {
        once(
                processInstance + " " + message,
                () ->
                        runtime.createMessageCorrelation(message)
                                .processInstanceId(processInstance)
                                .correlateAll());
    }

    /** Does something before the commit; another of the same name takes its place. */
    public void once(String name, Runnable work) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Works.class::isInstance)
                .map(Works.class::cast)
                .findFirst()
                .orElseGet(this::first)
                .put(name, work);
    }

    private Works first() {
        var works = new Works();
        TransactionSynchronizationManager.registerSynchronization(works);
        return works;
    }

    private final class Works implements TransactionSynchronization {

        private final Map<String, Runnable> waiting = new LinkedHashMap<>();

        private void put(String name, Runnable work) {
            waiting.remove(name);
            waiting.put(name, work);
        }

        /** What is done may ask for more. */
        @Override
        public void beforeCommit(boolean readOnly) {
            while (!waiting.isEmpty()) {
                var name = waiting.keySet().iterator().next();
                var work = waiting.remove(name);
                engineUser.asTheService(
                        () -> {
                            work.run();
                            return true;
                        });
            }
        }
    }
}
