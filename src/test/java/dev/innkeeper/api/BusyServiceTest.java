package dev.innkeeper.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.innkeeper.workflow.Retrying;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a caller is told when the service cannot do it now, or fails. */
class BusyServiceTest {

    @RestController
    static final class Endpoints {

        private final Retrying retrying = new Retrying();
        private final AtomicInteger attempts = new AtomicInteger();

        @GetMapping("/quick")
        String quick() {
            return "done";
        }

        @GetMapping("/away")
        String away() {
            throw new DataAccessResourceFailureException("no connection to secret-host");
        }

        @GetMapping("/locked")
        String locked() {
            return retrying.call(
                    () -> {
                        throw new CannotAcquireLockException("deadlock");
                    });
        }

        @GetMapping("/lost-twice")
        String lostTwice() {
            return retrying.call(
                    () -> {
                        if (attempts.incrementAndGet() < 3) {
                            throw new IllegalStateException(
                                    new SQLException("Deadlock found", "40001", 1213));
                        }
                        return "done";
                    });
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("secret detail");
        }
    }

    private final MockMvc mvc =
            MockMvcBuilders.standaloneSetup(new Endpoints())
                    .setControllerAdvice(new ErrorAdvice())
                    .addInterceptors(new RateLimit(2, () -> 0L))
                    .build();

    @Test
    void asksToWaitWhoSendsTooMuch() throws Exception {
        var request = get("/quick").principal(() -> "pms");
        mvc.perform(request).andExpect(status().isOk());
        mvc.perform(request).andExpect(status().isOk());
        mvc.perform(request)
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "30"))
                .andExpect(jsonPath("$.remedy", containsString("30 s")));
    }

    @Test
    void asksToComeAgainWhenTheDatabaseIsAway() throws Exception {
        mvc.perform(get("/away").header("Accept-Language", "zh"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(jsonPath("$.detail", containsString("数据库")))
                .andExpect(jsonPath("$.detail", not(containsString("secret"))));
    }

    @Test
    void asksToComeAgainWhenOthersAreAlwaysFirst() throws Exception {
        mvc.perform(get("/locked"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "1"));
    }

    @Test
    void triesAgainByItselfBeforeThat() throws Exception {
        mvc.perform(get("/lost-twice")).andExpect(status().isOk());
    }

    @Test
    void tellsNothingOfItsInsidesWhenItFails() throws Exception {
        mvc.perform(get("/broken"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.reference").isNotEmpty())
                .andExpect(jsonPath("$.detail", not(containsString("secret"))));
    }
}
