package dev.innkeeper.complaint.web;

import dev.innkeeper.common.CaseNumber;

/** The addresses of complaints and of what belongs to them. */
final class ComplaintLinks {

    static final String COMPLAINTS = "/api/complaints";

    private ComplaintLinks() {}

    static String complaint(CaseNumber number) {
        return COMPLAINTS + "/" + number;
    }

    static String attachment(CaseNumber number, String id) {
        return complaint(number) + "/attachments/" + id;
    }

    static String decision(String id) {
        return "/api/decisions/" + id;
    }

    static String customer(String id) {
        return "/api/customers/" + id;
    }
}
