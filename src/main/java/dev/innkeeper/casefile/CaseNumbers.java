package dev.innkeeper.casefile;

import dev.innkeeper.common.CaseNumber;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives each case its number; numbers may have gaps and are never given twice. */
@Repository
public class CaseNumbers {

    /** The kinds of cases, each with its own running numbers. */
    public enum Kind {
        COMPLAINT("CMP", "complaint_number"),
        DEAL("DEA", "deal_number"),
        EXPENSE("EXP", "expense_number"),
        CORRECTIVE_ACTION("COR", "corrective_action_number"),
        REWARD("REW", "reward_number"),
        CREDIT_REVIEW("CRV", "credit_review_number"),
        DUNNING("DUN", "dunning_number"),
        CARE("CAR", "care_number"),
        IMPORT("IMP", "import_number");

        private final String prefix;
        private final String sequence;

        Kind(String prefix, String sequence) {
            this.prefix = prefix;
            this.sequence = sequence;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CasefileProperties properties;

    CaseNumbers(JdbcClient jdbc, Clock clock, CasefileProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
    }

    /** The next number, with the year that it is now in the house's time zone. */
    public CaseNumber next(Kind kind) {
        long running =
                jdbc.sql("SELECT NEXT VALUE FOR " + kind.sequence).query(Long.class).single();
        int year = clock.instant().atZone(properties.zone()).getYear();
        return CaseNumber.of(kind.prefix, year, running);
    }
}
