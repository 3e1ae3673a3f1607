package dev.innkeeper.calendar;

import dev.innkeeper.common.Group;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Which department works when, from {@code calendars.yaml} and the .ics files beside it.
 *
 * @param calendars the working time by the name of its calendar
 * @param departments the name of the calendar of each department that has its own
 * @param otherwise the name of the calendar of all other departments
 * @param holidays the names of the holidays on which people are greeted, by their first day
 */
record CalendarPlan(
        Map<String, WorkingTime> calendars,
        Map<Group, String> departments,
        String otherwise,
        Map<LocalDate, String> holidays) {

    String nameFor(Group department) {
        return departments.getOrDefault(department, otherwise);
    }

    static CalendarPlan read(CalendarFolder folder, ZoneId zone) {
        String text = folder.files().get(CalendarFolder.PLAN);
        if (text == null) {
            throw new CalendarProblem("The file " + CalendarFolder.PLAN + " is missing");
        }
        Map<String, Object> plan = map(parse(text), "the file");
        Map<String, WorkingTime> calendars = new HashMap<>();
        map(plan.get("calendars"), "calendars")
                .forEach(
                        (name, body) ->
                                calendars.put(name, calendar(name, map(body, name), folder, zone)));
        Map<Group, String> departments = new EnumMap<>(Group.class);
        map(plan.get("departments"), "departments")
                .forEach(
                        (group, name) ->
                                departments.put(department(group), known(calendars, name, group)));
        String otherwise = known(calendars, plan.get("otherwise"), "otherwise");
        return new CalendarPlan(
                Map.copyOf(calendars), Map.copyOf(departments), otherwise, holidays(folder));
    }

    private static Map<LocalDate, String> holidays(CalendarFolder folder) {
        return SpecialDays.of(
                        folder.files().entrySet().stream()
                                .filter(file -> file.getKey().endsWith(".ics"))
                                .map(file -> HolidayFile.read(file.getKey(), file.getValue()))
                                .toList())
                .names();
    }

    private static @Nullable Object parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            return new Yaml(new SafeConstructor(options)).load(text);
        } catch (YAMLException e) {
            throw new CalendarProblem(CalendarFolder.PLAN + ": " + e.getMessage(), e);
        }
    }

    private static WorkingTime calendar(
            String name, Map<String, Object> body, CalendarFolder folder, ZoneId zone) {
        if (body.get("hours") instanceof String hours) {
            if (!hours.equals("always")) {
                throw new CalendarProblem(
                        "calendar "
                                + name
                                + ": hours are \"always\", or a list of weekdays with their hours");
            }
            return new AroundTheClock();
        }
        Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
        map(body.get("hours"), "calendar " + name + ", hours")
                .forEach((day, hours) -> week.put(weekday(day), hours(hours)));
        Hours madeUp =
                body.containsKey("make-up-days")
                        ? hours(body.get("make-up-days"))
                        : week.values().stream()
                                .filter(hours -> !hours.isNone())
                                .findFirst()
                                .orElse(Hours.NONE);
        List<SpecialDays> days = new ArrayList<>();
        if (body.get("days") instanceof List<?> patterns) {
            for (Object pattern : patterns) {
                days.addAll(specialDays(Objects.toString(pattern), folder));
            }
        }
        return new WorkingCalendar(zone, week, madeUp, SpecialDays.of(days));
    }

    private static List<SpecialDays> specialDays(String pattern, CalendarFolder folder) {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        List<SpecialDays> days =
                folder.files().entrySet().stream()
                        .filter(file -> file.getKey().endsWith(".ics"))
                        .filter(file -> matcher.matches(Path.of(file.getKey())))
                        .map(file -> HolidayFile.read(file.getKey(), file.getValue()))
                        .toList();
        if (days.isEmpty()) {
            throw new CalendarProblem("days: no .ics file is named like " + pattern);
        }
        return days;
    }

    private static Hours hours(@Nullable Object hours) {
        return Hours.parse(hours == null ? "" : hours.toString());
    }

    private static DayOfWeek weekday(String day) {
        try {
            return DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new CalendarProblem(
                    "\"" + day + "\" is no weekday; write monday, tuesday and so on", e);
        }
    }

    private static Group department(String id) {
        return Group.find(id)
                .orElseThrow(() -> new CalendarProblem("departments: there is no group " + id));
    }

    private static String known(
            Map<String, WorkingTime> calendars, @Nullable Object name, String where) {
        if (name == null || !calendars.containsKey(name.toString())) {
            throw new CalendarProblem(
                    where + ": there is no calendar \"" + name + "\" among " + calendars.keySet());
        }
        return name.toString();
    }

    private static Map<String, Object> map(@Nullable Object value, String where) {
        if (!(value instanceof Map<?, ?> entries)) {
            throw new CalendarProblem(
                    CalendarFolder.PLAN + ": " + where + " has to list names with what they mean");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        entries.forEach((key, entry) -> map.put(Objects.toString(key), entry));
        return map;
    }
}
