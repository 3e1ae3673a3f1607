package dev.innkeeper.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole service on the real database. All such tests share one server and, unless a
 * test changes properties or beans, one started service; so do not change either without need.
 *
 * <p>Before each test the tables are emptied, but for what migrations and the start-up put there,
 * and the clock stands at {@link TimeMachine#START}. Timers and asynchronous jobs wait until the
 * test lets time pass with {@link TimeMachine}. Demo users exist. The service listens on a random
 * port; {@code MockMvc} works as well.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "innkeeper.demo.enabled=true",
            "innkeeper.demo.day=false",
            "innkeeper.nightly.enabled=false",
            "innkeeper.imports.enabled=false",
            "innkeeper.simulation.enabled=false",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.generic-properties.properties.historyCleanupEnabled=false"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@AutoConfigureMockMvc
@AutoConfigureObservability
@Import({TimeMachine.class, Staff.class, TrialSteps.class, FailingWrites.class})
@ExtendWith(CleanSlate.class)
public @interface InnkeeperTest {}
