package dev.innkeeper.workflow;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What lists of tasks may ask beside the engine's own {@code now()} and {@code currentUser()}. */
@Component
@Order(20)
public class ListFunctions extends AbstractProcessEnginePlugin {

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        for (String name : new String[] {"startOfToday", "endOfToday"}) {
            engine.getExpressionManager().addFunction(name, method(name));
        }
    }

    /** The first moment of the day that it is now in this time zone. */
    public static Date startOfToday(String zone) {
        return startOf(today(zone), zone);
    }

    /** The first moment of the next day in this time zone. */
    public static Date endOfToday(String zone) {
        return startOf(today(zone).plusDays(1), zone);
    }

    private static LocalDate today(String zone) {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of(zone));
    }

    private static Date startOf(LocalDate day, String zone) {
        return Date.from(day.atStartOfDay(ZoneId.of(zone)).toInstant());
    }

    private static Method method(String name) {
        return Arrays.stream(ListFunctions.class.getMethods())
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
