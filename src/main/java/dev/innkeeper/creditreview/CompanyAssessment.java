package dev.innkeeper.creditreview;

import dev.innkeeper.common.Texts;

/**
 * What customer information says of a customer's company.
 *
 * @param company its quality, 0 to 100
 * @param market its market, 0 to 100
 * @param economy the economy it lives in, 0 to 100
 * @param companyWords why; may be empty
 */
public record CompanyAssessment(int company, int market, int economy, String companyWords) {

    private static final int LONGEST = 4_000;

    /**
     * Checks the points.
     *
     * @throws dev.innkeeper.common.Refusal INVALID where one is not from 0 to 100
     */
    public CompanyAssessment {
        Points.check("company", company);
        Points.check("market", market);
        Points.check("economy", economy);
        companyWords = Texts.optional("companyWords", companyWords, LONGEST);
    }
}
