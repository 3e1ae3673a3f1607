package dev.innkeeper.complaint;

import dev.innkeeper.complaint.facts.Category;
import dev.innkeeper.complaint.facts.Harm;
import dev.innkeeper.complaint.facts.ServqualDimension;

/**
 * What a person says that the complaint is about. The same values as before confirm triage; others
 * correct it, are kept as an example, and the complaint is graded again.
 */
public record TriageCorrection(
        Category category, ServqualDimension dimension, Harm harm, boolean lawyerOrPressNamed) {}
