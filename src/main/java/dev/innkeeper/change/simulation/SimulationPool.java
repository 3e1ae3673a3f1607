package dev.innkeeper.change.simulation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The threads that ask the rules; fewer than there are processors, and behind requests. */
@Component
class SimulationPool implements DisposableBean {

    private final int size;
    private final ExecutorService threads;

    SimulationPool(SimulationProperties properties) {
        size = properties.workers();
        threads = Executors.newFixedThreadPool(size, lowPriority("simulation"));
    }

    private static ThreadFactory lowPriority(String name) {
        var count = new AtomicInteger();
        return work -> {
            var thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
        };
    }

    int size() {
        return size;
    }

    ExecutorService threads() {
        return threads;
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
