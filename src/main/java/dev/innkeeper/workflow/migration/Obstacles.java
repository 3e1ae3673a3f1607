package dev.innkeeper.workflow.migration;

import dev.innkeeper.common.Language;
import dev.innkeeper.workflow.Retrying;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;

/** Why a case cannot move, in sentences for the person who wants to move it. */
final class Obstacles {

    private static final String NO_PLACE = "There is no migration instruction";

    private Obstacles() {}

    /** The reasons, each {@code English | 中文}; at least one. */
    static List<String> of(RuntimeException failure, Plan plan) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MigratingProcessInstanceValidationException refused) {
                return of(refused, plan);
            }
        }
        if (Retrying.isPassing(failure)) {
            return List.of(
                    "Somebody worked on the case at the same moment. Move it once more. |"
                            + " 同一时刻有人正在处理该案件。请再次迁移。");
        }
        return List.of(
                "The new version could not take the case over (%1$s). See to it that what its elements read is there, or let the case end in the version in which it is. | 新版本无法接管该案件（%1$s）。请确保其元素读取的内容已存在，或让该案件在原版本中结束。"
                        .formatted(words(failure)));
    }

    private static List<String> of(MigratingProcessInstanceValidationException refused, Plan plan) {
        Set<String> reasons = new LinkedHashSet<>();
        var report = refused.getValidationReport();
        for (var each : report.getActivityInstanceReports()) {
            each.getFailures()
                    .forEach(said -> reasons.add(reason(each.getSourceScopeId(), said, plan)));
        }
        for (var each : report.getTransitionInstanceReports()) {
            each.getFailures()
                    .forEach(said -> reasons.add(reason(each.getSourceScopeId(), said, plan)));
        }
        report.getFailures().forEach(said -> reasons.add(unknown("", said)));
        return List.copyOf(reasons);
    }

    private static String reason(String element, String said, Plan plan) {
        if (!said.startsWith(NO_PLACE)) {
            return unknown(element, said);
        }
        var kind = plan.after().kind(element);
        var place = plan.before().name(element);
        var named = place.equals(element) ? "" : " (" + Language.ENGLISH.of(place) + ")";
        var namedZh = place.equals(element) ? "" : "（" + Language.CHINESE.of(place) + "）";
        var english = new StringBuilder();
        var chinese = new StringBuilder();
        if (kind.isEmpty()) {
            english.append(
                    "It stands at %1$s%2$s, which the new version has not."
                            .formatted(element, named));
            chinese.append("它停在 %1$s%2$s，而新版本中没有该元素。".formatted(element, namedZh));
        } else {
            english.append(
                    "It stands at %1$s, which is a %2$s no longer but a %3$s, or stands elsewhere in the new version."
                            .formatted(element, plan.before().kind(element), kind));
            chinese.append(
                    "它停在 %1$s，该元素在新版本中已由 %2$s 变为 %3$s，或位置不同。"
                            .formatted(element, plan.before().kind(element), kind));
        }
        var near = plan.perhaps(element).stream().findFirst();
        english.append(
                " Say which element takes its place%1$s, or let the case go on to its next step first."
                        .formatted(near.map(id -> ", perhaps " + id).orElse("")));
        chinese.append(
                "请指定由哪个元素代替%1$s，或先让案件进入下一步。"
                        .formatted(near.map(id -> "（可能是 " + id + "）").orElse("")));
        return english + " | " + chinese;
    }

    private static String unknown(String element, String said) {
        var at = element.isEmpty() ? "" : " at " + element;
        var where = element.isEmpty() ? "" : "在 " + element + " ";
        return "The engine cannot move the case%1$s: %2$s. Let it go on to its next step first. | 引擎无法%3$s迁移该案件：%2$s。请先让案件进入下一步。"
                .formatted(at, shortened(said), where);
    }

    private static String words(RuntimeException failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return shortened(last.getMessage() == null ? last.toString() : last.getMessage());
    }

    private static String shortened(String said) {
        var line = said.replaceAll("\\s+", " ").replace(" | ", " / ").strip();
        var plain = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        return plain.length() <= 300 ? plain : plain.substring(0, 299) + "…";
    }
}
