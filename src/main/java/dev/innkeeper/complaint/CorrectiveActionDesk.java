package dev.innkeeper.complaint;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import org.springframework.stereotype.Service;

/** Every operation on corrective actions, each one transaction. */
@Service
public class CorrectiveActionDesk {

    /**
     * Opens the corrective action for the cause that the complaint's last finding names, or joins
     * the one that is open.
     */
    public CorrectiveProgress open(CaseNumber complaint) {
        throw new UnsupportedOperationException();
    }

    /** The answerable department states cause and measure; the date of the verification is set. */
    public CorrectiveProgress state(CaseNumber number, Statement statement, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Quality verifies the effect; never the person who stated the measure. */
    public CorrectiveProgress verify(CaseNumber number, Verification verification, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Its answers and dates now. */
    public CorrectiveProgress progress(CaseNumber number) {
        throw new UnsupportedOperationException();
    }

    /** All that is known of it. */
    public CorrectiveActionView view(CaseNumber number) {
        throw new UnsupportedOperationException();
    }
}
