package dev.innkeeper.security;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which rights the service has written itself, at this start or at an earlier one. */
@Repository
@DependsOnDatabaseInitialization
class ShippedRights {

    private final JdbcClient database;

    ShippedRights(JdbcClient database) {
        this.database = database;
    }

    /** Those that have never been written. */
    Set<Permission> missing(
            String group, Resource resource, String id, Set<Permission> permissions) {
        Set<String> written =
                database.sql(
                                "SELECT permission FROM shipped_right WHERE group_id = ? AND"
                                        + " resource = ? AND resource_id = ?")
                        .params(group, resource.resourceType(), id)
                        .query(String.class)
                        .set();
        return permissions.stream()
                .filter(permission -> !written.contains(permission.getName()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Remembers that they are written now. */
    void remember(String group, Resource resource, String id, Set<Permission> permissions) {
        permissions.forEach(
                permission ->
                        database.sql(
                                        "INSERT INTO shipped_right (group_id, resource,"
                                                + " resource_id, permission) VALUES (?, ?, ?, ?)")
                                .params(group, resource.resourceType(), id, permission.getName())
                                .update());
    }
}
