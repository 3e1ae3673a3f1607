package dev.innkeeper.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * A bucket of requests per user that fills evenly: as many as a minute allows may come at once,
 * then one by one. Counted on each node for itself, in machine time.
 */
final class RateLimit implements HandlerInterceptor {

    private static final long MINUTE = 60_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final int USERS_KEPT = 10_000;

    private final int perMinute;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > USERS_KEPT;
                }
            };

    RateLimit(int perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Principal user = request.getUserPrincipal();
        if (perMinute > 0 && user != null) {
            long wait = take(user.getName());
            if (wait > 0) {
                throw new TooManyRequests(wait);
            }
        }
        return true;
    }

    /** Takes one request out of the user's bucket, or says how many seconds to wait. */
    long take(String user) {
        long price = MINUTE / perMinute;
        synchronized (buckets) {
            long now = nanos.getAsLong();
            Bucket bucket = buckets.computeIfAbsent(user, anybody -> new Bucket(now));
            bucket.credit = Math.min(MINUTE, bucket.credit + now - bucket.since);
            bucket.since = now;
            if (bucket.credit >= price) {
                bucket.credit -= price;
                return 0;
            }
            return Math.max(1, (price - bucket.credit + SECOND - 1) / SECOND);
        }
    }

    /** What a user may still spend, in nanoseconds of a minute. */
    private static final class Bucket {

        private long since;
        private long credit = MINUTE;

        Bucket(long since) {
            this.since = since;
        }
    }

    /** More requests than this user may send now. */
    static final class TooManyRequests extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long seconds;

        TooManyRequests(long seconds) {
            super("Too many requests", null, false, false);
            this.seconds = seconds;
        }

        Problem problem() {
            return Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "too-many",
                            "Too many requests | 请求过多",
                            "",
                            "This user sends more requests than are taken in a minute. |"
                                    + " 该用户每分钟的请求数超过上限。",
                            "Wait "
                                    + seconds
                                    + " s and go on slower, or send many complaints in one batch. |"
                                    + " 请等待 "
                                    + seconds
                                    + " 秒后放慢速度，或使用批量接口。")
                    .withHeader("Retry-After", String.valueOf(seconds));
        }
    }
}
