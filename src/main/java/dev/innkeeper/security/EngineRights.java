package dev.innkeeper.security;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import dev.innkeeper.common.Group;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine. Nobody gets a right on all tasks: who may work on a task is
 * said by the task itself, through its candidate groups. Each right is written once: what a later
 * version adds comes at its first start, and what an administrator has taken away stays away.
 */
@Component
class EngineRights {

    private static final String EVERY = Authorization.ANY;
    private static final List<String> STARTED_BY_STAFF =
            List.of("complaint-handling", "complaint-update", "deal-expense");

    /** Numbers and dates beside each task of a list are variables of its process. */
    private static final List<String> SHOWN_TO_STAFF =
            List.of(
                    "corrective-action",
                    "deal-review",
                    "deal-expense",
                    "partner-reward",
                    "dunning",
                    "credit-review",
                    "customer-care");

    /** Processes that only those start who sell, and those to whom customers speak. */
    private static final Map<String, Set<Group>> STARTED_BY_SOME =
            Map.of(
                    "key-account-pipeline",
                    withSales(Group.SPEAK_WITH_GUESTS),
                    "deal-update",
                    EnumSet.of(
                            Group.SALES,
                            Group.KEY_ACCOUNT_SERVICE,
                            Group.FINANCE,
                            Group.SUPERVISOR,
                            Group.CUSTOMER_SERVICE_MANAGER,
                            Group.GENERAL_MANAGER),
                    "partner-entry",
                    EnumSet.of(
                            Group.SALES, Group.KEY_ACCOUNT_SERVICE, Group.CUSTOMER_SERVICE_MANAGER),
                    "credit-review",
                    EnumSet.of(
                            Group.FINANCE,
                            Group.KEY_ACCOUNT_SERVICE,
                            Group.CUSTOMER_SERVICE_MANAGER,
                            Group.GENERAL_MANAGER));

    private static final Permission[] START = {
        ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE
    };

    /** Number, severity and owner beside each task of a list are variables of the process. */
    private static final Permission[] READ_AND_START = {
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.CREATE_INSTANCE,
        ProcessDefinitionPermissions.READ_INSTANCE
    };

    private final AuthorizationService authorizations;
    private final ShippedRights shipped;

    EngineRights(AuthorizationService authorizations, ShippedRights shipped) {
        this.authorizations = authorizations;
        this.shipped = shipped;
    }

    void write() {
        Roles.STAFF.forEach(this::writeStaff);
        Roles.MANAGEMENT.forEach(
                group ->
                        grant(
                                group.id(),
                                Resources.PROCESS_DEFINITION,
                                EVERY,
                                ProcessDefinitionPermissions.READ,
                                ProcessDefinitionPermissions.READ_TASK,
                                ProcessDefinitionPermissions.READ_INSTANCE,
                                ProcessDefinitionPermissions.READ_HISTORY));
        writeRules(Group.RULE_EDITOR);
        writeRules(Group.RULE_APPROVER);
        grant(Group.RULE_APPROVER.id(), Resources.DEPLOYMENT, EVERY, Permissions.READ);
        grant(Group.RULE_EDITOR.id(), Resources.DEPLOYMENT, EVERY, Permissions.READ);
        writeIntegration();
        writeAuditor();
        writeAdministrators();
    }

    private static Set<Group> withSales(Set<Group> some) {
        Set<Group> groups = EnumSet.copyOf(some);
        groups.add(Group.SALES);
        return groups;
    }

    private void writeStaff(Group group) {
        grant(group.id(), Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grant(group.id(), Resources.APPLICATION, "welcome", Permissions.ACCESS);
        if (!Roles.MANAGEMENT.contains(group)) {
            grant(
                    group.id(),
                    Resources.PROCESS_DEFINITION,
                    EVERY,
                    ProcessDefinitionPermissions.READ);
        }
        for (String process : STARTED_BY_STAFF) {
            grant(
                    group.id(),
                    Resources.PROCESS_DEFINITION,
                    process,
                    Group.SPEAK_WITH_GUESTS.contains(group) ? READ_AND_START : START);
        }
        STARTED_BY_SOME.forEach(
                (process, groups) -> {
                    if (groups.contains(group)) {
                        grant(group.id(), Resources.PROCESS_DEFINITION, process, READ_AND_START);
                    }
                });
        grant(group.id(), Resources.PROCESS_INSTANCE, EVERY, ProcessInstancePermissions.CREATE);
        for (String process : SHOWN_TO_STAFF) {
            grant(
                    group.id(),
                    Resources.PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.READ_INSTANCE);
        }
        grant(group.id(), Resources.GROUP, EVERY, Permissions.READ);
    }

    private void writeRules(Group group) {
        grant(group.id(), Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(group.id(), Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grant(group.id(), Resources.PROCESS_DEFINITION, EVERY, ProcessDefinitionPermissions.READ);
    }

    private void writeIntegration() {
        String group = Group.INTEGRATION.id();
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                "complaint-handling",
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE);
        grant(group, Resources.PROCESS_INSTANCE, EVERY, ProcessInstancePermissions.CREATE);
    }

    private void writeAuditor() {
        String group = Group.AUDITOR.id();
        for (String application : List.of("tasklist", "cockpit", "welcome")) {
            grant(group, Resources.APPLICATION, application, Permissions.ACCESS);
        }
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                EVERY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY);
        for (Resource resource :
                List.of(
                        Resources.DEPLOYMENT,
                        Resources.USER,
                        Resources.GROUP,
                        Resources.AUTHORIZATION)) {
            grant(group, resource, EVERY, Permissions.READ);
        }
        grant(group, Resources.BATCH, EVERY, BatchPermissions.READ, BatchPermissions.READ_HISTORY);
        grant(
                group,
                Resources.OPERATION_LOG_CATEGORY,
                EVERY,
                UserOperationLogCategoryPermissions.READ);
    }

    private void writeAdministrators() {
        String group = Roles.ADMINISTRATORS;
        for (String application : List.of("admin", "cockpit", "welcome")) {
            grant(group, Resources.APPLICATION, application, Permissions.ACCESS);
        }
        for (Resource resource :
                List.of(
                        Resources.USER,
                        Resources.GROUP,
                        Resources.GROUP_MEMBERSHIP,
                        Resources.AUTHORIZATION,
                        Resources.FILTER)) {
            grant(group, resource, EVERY, Permissions.ALL);
        }
        grant(group, Resources.SYSTEM, EVERY, SystemPermissions.ALL);
        grant(group, Resources.BATCH, EVERY, BatchPermissions.ALL);
        grant(group, Resources.DEPLOYMENT, EVERY, Permissions.READ);
        grant(
                group,
                Resources.OPERATION_LOG_CATEGORY,
                EVERY,
                UserOperationLogCategoryPermissions.READ);
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                EVERY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.RETRY_JOB,
                ProcessDefinitionPermissions.SUSPEND,
                ProcessDefinitionPermissions.SUSPEND_INSTANCE);
    }

    /** Lets these groups see a filter, and nobody else but administrators. */
    void share(String filterId, Collection<String> groups) {
        groups.forEach(group -> grant(group, Resources.FILTER, filterId, Permissions.READ));
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        Set<Permission> missing = shipped.missing(group, resource, id, Set.of(permissions));
        if (missing.isEmpty()) {
            return;
        }
        Authorization authorization = find(group, resource, id);
        missing.forEach(authorization::addPermission);
        authorizations.saveAuthorization(authorization);
        shipped.remember(group, resource, id, missing);
    }

    private Authorization find(String group, Resource resource, String id) {
        Authorization there =
                authorizations
                        .createAuthorizationQuery()
                        .authorizationType(AUTH_TYPE_GRANT)
                        .groupIdIn(group)
                        .resourceType(resource)
                        .resourceId(id)
                        .singleResult();
        if (there != null) {
            return there;
        }
        Authorization created = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        created.setGroupId(group);
        created.setResource(resource);
        created.setResourceId(id);
        return created;
    }
}
