package dev.innkeeper.common;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Moments as the database keeps them: without a zone, in UTC. */
public final class Utc {

    private Utc() {}

    /** What to store. */
    public static LocalDateTime of(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    /** What to store, or null. */
    public static @Nullable LocalDateTime ofNullable(@Nullable Instant moment) {
        return moment == null ? null : of(moment);
    }

    /** The moment in a column that always has one. */
    public static Instant read(ResultSet row, String column) throws SQLException {
        // As a LocalDateTime the driver would answer what the clock of this machine's zone showed.
        return row.getTimestamp(column).toInstant();
    }

    /** The moment in a column, or null. */
    public static @Nullable Instant readNullable(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
