package dev.innkeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.innkeeper.support.InnkeeperTest;
import dev.innkeeper.support.TimeMachine;
import dev.innkeeper.workflow.InnkeeperClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@InnkeeperTest
class DemoClockIT {

    @Autowired MockMvc http;
    @Autowired InnkeeperClock clock;
    @Autowired DemoState state;
    @Autowired TimeMachine time;

    @Test
    void goesForward() throws Exception {
        Instant before = time.now();
        change("admin", "{\"advance\":\"PT2H\"}").andExpect(status().isOk());
        assertThat(Duration.between(before, time.now()))
                .isBetween(Duration.ofHours(2), Duration.ofHours(2).plusMinutes(1));
    }

    @Test
    void isMovedByTheGeneralManagerToo() throws Exception {
        change("gm1", "{\"advance\":\"PT1M\"}").andExpect(status().isOk());
        http.perform(get("/api/demo/clock").with(httpBasic("gm1", "gm1-demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.now").exists())
                .andExpect(jsonPath("$.ahead").exists());
    }

    @Test
    void isMovedByNobodyElse() throws Exception {
        change("lobby1", "{\"advance\":\"PT1M\"}").andExpect(status().isForbidden());
    }

    @Test
    void showsTheRealTimeAgain() throws Exception {
        change("admin", "{\"reset\":true}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.ahead").value("PT0S"));
        assertThat(clock.ahead()).isZero();
    }

    @Test
    void neverGoesBack() throws Exception {
        change("admin", "{\"advance\":\"-PT1H\"}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("advance"));
    }

    @Test
    void staysWithinAYear() throws Exception {
        change("admin", "{\"reset\":true}");
        change("admin", "{\"advance\":\"P400D\"}").andExpect(status().isUnprocessableEntity());
    }

    @Test
    void saysHowADurationIsWritten() throws Exception {
        change("admin", "{\"advance\":\"two hours\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.remedy").value(containsString("PT2H")));
    }

    @Test
    void wantsToKnowWhatToDo() throws Exception {
        change("admin", "{}").andExpect(status().isBadRequest());
        change("admin", "{\"advance\":\"PT1H\",\"reset\":true}").andExpect(status().isBadRequest());
    }

    @Test
    void standsAfterARestartWhereItWasLeft() throws Exception {
        change("admin", "{\"reset\":true}");
        change("admin", "{\"advance\":\"PT26H\"}");
        InnkeeperClock restarted = new InnkeeperClock();
        new DemoClock(new DemoMode(true), state, restarted).afterSingletonsInstantiated();
        assertThat(restarted.ahead()).isEqualTo(Duration.ofHours(26));
    }

    @Test
    void showsTheRealTimeWhereADemonstrationIsSwitchedOff() throws Exception {
        change("admin", "{\"reset\":true}");
        change("admin", "{\"advance\":\"PT26H\"}");
        InnkeeperClock restarted = new InnkeeperClock();
        new DemoClock(new DemoMode(false), state, restarted).afterSingletonsInstantiated();
        assertThat(restarted.ahead()).isZero();
    }

    private ResultActions change(String user, String body) throws Exception {
        return http.perform(
                post("/api/demo/clock")
                        .with(httpBasic(user, user + "-demo"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }
}
