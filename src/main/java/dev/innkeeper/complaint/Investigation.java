package dev.innkeeper.complaint;

import dev.innkeeper.common.Group;
import dev.innkeeper.complaint.facts.Finding;

/** What the investigation brought: a question to the guest, or the finding. */
public sealed interface Investigation {

    /**
     * Nothing more can be done until the guest answers; the resolve clock stands still.
     *
     * @param question what the guest is asked, up to 4,000 characters
     */
    record WaitingForGuest(String question) implements Investigation {}

    /**
     * The finding.
     *
     * @param finding whether the complaint is justified
     * @param account what was found, up to 4,000 characters
     * @param rootCause the code of the cause, of {@link RootCauses}
     * @param rootCauseWords the cause in words, may be empty
     * @param answerable the department answerable for it
     * @param remedy what the guest is to be given
     */
    record Found(
            Finding finding,
            String account,
            String rootCause,
            String rootCauseWords,
            Group answerable,
            ProposedRemedy remedy)
            implements Investigation {}
}
