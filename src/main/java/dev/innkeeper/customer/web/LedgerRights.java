package dev.innkeeper.customer.web;

import dev.innkeeper.common.Group;
import dev.innkeeper.customer.imports.ImportKind;
import java.util.EnumSet;
import java.util.Set;

/** Who enters and who sees stays, invoices and payments. */
final class LedgerRights {

    static final Set<Group> ENTER_STAYS =
            EnumSet.of(Group.INTEGRATION, Group.CUSTOMER_INFORMATION, Group.LOBBY_SERVICE);

    static final Set<Group> ENTER_INVOICES = EnumSet.of(Group.INTEGRATION, Group.FINANCE);

    static final Set<Group> DISPUTE = EnumSet.of(Group.FINANCE);

    static final Set<Group> SEE_STAYS =
            EnumSet.of(
                    Group.LOBBY_SERVICE,
                    Group.ROOMS_SERVICE,
                    Group.BANQUET_SERVICE,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.CALL_CENTRE,
                    Group.CUSTOMER_INFORMATION,
                    Group.SALES,
                    Group.SUPERVISOR,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.AUDITOR,
                    Group.INTEGRATION);

    static final Set<Group> SEE_INVOICES =
            EnumSet.of(
                    Group.FINANCE,
                    Group.KEY_ACCOUNT_SERVICE,
                    Group.SALES,
                    Group.SUPERVISOR,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.AUDITOR,
                    Group.INTEGRATION);

    static final Set<Group> SEE_IMPORTS =
            EnumSet.of(
                    Group.FINANCE,
                    Group.CUSTOMER_INFORMATION,
                    Group.LOBBY_SERVICE,
                    Group.CUSTOMER_SERVICE_MANAGER,
                    Group.GENERAL_MANAGER,
                    Group.AUDITOR,
                    Group.INTEGRATION);

    private static final Set<Group> IMPORT_CUSTOMERS =
            EnumSet.of(Group.INTEGRATION, Group.CUSTOMER_INFORMATION);

    private LedgerRights() {}

    /** Who imports rows of this kind, and stops that. */
    static Set<Group> mayImport(ImportKind kind) {
        return switch (kind) {
            case CUSTOMERS -> IMPORT_CUSTOMERS;
            case STAYS -> ENTER_STAYS;
            case INVOICES, PAYMENTS -> ENTER_INVOICES;
        };
    }
}
