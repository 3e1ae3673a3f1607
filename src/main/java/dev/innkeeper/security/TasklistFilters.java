package dev.innkeeper.security;

import dev.innkeeper.common.Group;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The lists that people find in their Tasklist. A list is written once; what an administrator
 * changes or removes from sight stays so.
 */
@Component
class TasklistFilters {

    /** The property of a filter that holds its name in Chinese. */
    static final String CHINESE_NAME = "name.zh";

    /** The property of a filter that tells which of the shipped ones it is. */
    private static final String SHIPPED = "innkeeper";

    private static final int ORDER_STEP = 10;

    private final FilterService filters;
    private final TaskService tasks;
    private final EngineRights rights;
    private final ZoneId zone;

    TasklistFilters(
            FilterService filters,
            TaskService tasks,
            EngineRights rights,
            SecurityProperties properties) {
        this.filters = filters;
        this.tasks = tasks;
        this.rights = rights;
        this.zone = properties.timeZone();
    }

    /**
     * One of them.
     *
     * @param key what it is known by, whatever it is renamed to
     * @param groups who sees it
     */
    private record Shipped(
            String key,
            String english,
            String chinese,
            String color,
            TaskQuery query,
            Collection<String> groups) {}

    void write() {
        List<String> there =
                filters.createFilterQuery().filterResourceType(EntityTypes.TASK).list().stream()
                        .map(filter -> filter.getProperties().get(SHIPPED))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
        int order = 0;
        for (Shipped shipped : all()) {
            order += ORDER_STEP;
            if (!there.contains(shipped.key())) {
                create(shipped, order);
            }
        }
    }

    private List<Shipped> all() {
        List<String> workers = List.of(Roles.ids(Roles.STAFF));
        List<String> everybody = List.of(Roles.ids(Roles.STAFF, Group.AUDITOR));
        List<String> overseers = List.of(Roles.ids(Roles.MANAGEMENT, Group.AUDITOR));
        return Stream.of(
                        new Shipped(
                                "department",
                                "My department's",
                                "本部门的任务",
                                "#4f7cac",
                                open().taskCandidateGroupInExpression("${currentUserGroups()}")
                                        .includeAssignedTasks(),
                                workers),
                        new Shipped(
                                "mine",
                                "My tasks",
                                "我的任务",
                                "#2f6f73",
                                open().taskAssigneeExpression("${currentUser()}"),
                                workers),
                        new Shipped(
                                "overdue",
                                "Overdue",
                                "已逾期",
                                "#b3423a",
                                open().dueBeforeExpression("${now()}"),
                                everybody),
                        new Shipped(
                                "today",
                                "Due today",
                                "今日到期",
                                "#c98a2b",
                                open().dueAfterExpression(today("startOfToday"))
                                        .dueBeforeExpression(today("endOfToday")),
                                everybody),
                        new Shipped(
                                "escalated",
                                "Escalated",
                                "已升级",
                                "#7a4b8c",
                                open().processVariableValueGreaterThanOrEquals("level", 1),
                                everybody),
                        new Shipped(
                                "deals",
                                "Deals",
                                "商机",
                                "#3d6b4f",
                                open().processDefinitionKeyIn(
                                                "key-account-pipeline",
                                                "deal-review",
                                                "deal-expense",
                                                "partner-reward"),
                                List.of(Roles.ids(Roles.WORK_ON_DEALS, Group.AUDITOR))),
                        new Shipped("all", "All open", "全部未完成", "#5b6770", open(), overseers))
                .toList();
    }

    private String today(String function) {
        return "${" + function + "('" + zone.getId() + "')}";
    }

    private TaskQuery open() {
        return tasks.createTaskQuery().active().orderByTaskPriority().desc().orderByDueDate().asc();
    }

    private void create(Shipped shipped, int order) {
        Filter filter = filters.newTaskFilter(shipped.english());
        filter.setQuery(shipped.query());
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(SHIPPED, shipped.key());
        properties.put(CHINESE_NAME, shipped.chinese());
        properties.put("color", shipped.color());
        properties.put("priority", order);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put(
                "variables",
                List.of(
                        shown("caseNumber", "Case", "案件"),
                        shown("severity", "Severity", "等级"),
                        shown("stage", "Stage", "阶段"),
                        shown("grade", "Grade", "商机等级"),
                        shown("ownerGroup", "Owner", "负责部门"),
                        shown("level", "Level", "升级层级")));
        filter.setProperties(properties);
        rights.share(filters.saveFilter(filter).getId(), shipped.groups());
    }

    private static Map<String, String> shown(String variable, String english, String chinese) {
        return Map.of("name", variable, "label", english, "label.zh", chinese);
    }
}
