package dev.innkeeper.workflow;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Brings refusals to the surface whichever way the engine is called: a start or a message over the
 * engine's own API is answered as a bad request, too.
 */
class SurfacingInterceptor extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        return Surfacing.call(() -> next.execute(command));
    }
}
