package dev.innkeeper.change;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Finding;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.decision.load.Sources;
import dev.innkeeper.decision.serve.RuleBook;
import dev.innkeeper.workflow.OneTransaction;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Reading releases, bringing one back, and writing one into the folders. */
@Service
public class ReleaseDesk {

    private final Releases releases;
    private final UnitContents contents;
    private final FolderStates folderStates;
    private final Workplace workplace;
    private final Checks checks;
    private final CheckDesk reports;
    private final Publisher publisher;
    private final ChangeLog log;
    private final RuleBook rules;
    private final OneTransaction transaction;
    private final Clock clock;

    ReleaseDesk(
            Releases releases,
            UnitContents contents,
            FolderStates folderStates,
            Workplace workplace,
            Checks checks,
            CheckDesk reports,
            Publisher publisher,
            ChangeLog log,
            RuleBook rules,
            OneTransaction transaction,
            Clock clock) {
        this.releases = releases;
        this.contents = contents;
        this.folderStates = folderStates;
        this.workplace = workplace;
        this.checks = checks;
        this.reports = reports;
        this.publisher = publisher;
        this.log = log;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The number of the live release. */
    public long live() {
        return releases.stamp().number();
    }

    /** The releases, the latest first. */
    public Page<Release> list(int offset, int limit) {
        return releases.list(offset, limit);
    }

    /** A release. */
    public Release find(long number) {
        return releases.find(number)
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "number",
                                        "There is no release %d. | 没有版本%1$d。".formatted(number),
                                        "List them: GET /api/releases | 请查询：GET /api/releases"));
    }

    /** What the checks of a release said. */
    public CheckReport checks(Release release) {
        return reports.read(release.checks());
    }

    /** The hash of each unit of a release. */
    public Map<String, String> units(long number) {
        var units = new TreeMap<String, String>();
        releases.content(find(number).number())
                .hashes()
                .forEach((unit, hash) -> units.put(unit.name(), hash));
        return units;
    }

    /** A file of a release. */
    public Optional<byte[]> file(long number, String path) {
        var unit = Unit.of(path);
        return Optional.ofNullable(releases.content(find(number).number()).hashes().get(unit))
                .flatMap(hash -> contents.find(unit, hash))
                .map(sources -> sources.files().get(Unit.file(path)));
    }

    /** Every file of a release, by path. */
    public Map<String, byte[]> files(long number) {
        return files(releases.content(find(number).number()).hashes());
    }

    /** The files of two releases that differ, by path: of the one and of the other. */
    Map<Unit, String> differing(long number, long other) {
        var one = releases.content(find(number).number()).hashes();
        var two = releases.content(find(other).number()).hashes();
        var differing = new TreeMap<>(one);
        differing.entrySet().removeIf(unit -> unit.getValue().equals(two.get(unit.getKey())));
        return differing;
    }

    Map<String, byte[]> files(Map<Unit, String> units) {
        var files = new TreeMap<String, byte[]>();
        contents.find(units)
                .forEach(
                        (unit, sources) ->
                                sources.files()
                                        .forEach(
                                                (name, content) ->
                                                        files.put(unit.path(name), content)));
        return files;
    }

    /**
     * Brings the content of an earlier release back, as a new release, at once. Two people have
     * agreed on that content before; who brings it back did not write it.
     *
     * @throws Refusal FORBIDDEN for its author, REFUSED where it no longer passes the checks
     */
    public Release rollBack(long number, String words, Actor by) {
        if (!by.isIn(Group.RULE_APPROVER)) {
            throw Refusal.forbidden(
                    "Only rule approvers roll back. | 只有规则审批可以回滚。",
                    "Ask somebody of the group rule-approver. | 请联系规则审批组成员。");
        }
        var earlier = find(number);
        if (earlier.author().equals(by.userId())) {
            throw Refusal.forbidden(
                    "You wrote what release %d holds. | 版本%1$d的内容由您编写。".formatted(number),
                    "Somebody else of the group rule-approver brings it back. |"
                            + " 须由规则审批组的其他成员回滚。");
        }
        long live = live();
        var changed = contents.find(differing(number, live));
        if (changed.isEmpty()) {
            throw Refusal.notNow(
                    "Release %d holds what is live already. | 版本%1$d的内容已在线上。".formatted(number),
                    "Choose another one: GET /api/releases | 请选择其他版本：GET /api/releases");
        }
        var report = checks.check(changed);
        if (!report.passed()) {
            throw Refusal.refused(
                    "number",
                    "Release %d no longer passes the checks: %s | 版本%1$d已无法通过检查：%2$s"
                            .formatted(number, errors(report)),
                    "Begin a draft with its files and mend them. | 请以其文件新建草稿并修正。");
        }
        try {
            var release =
                    transaction.of(() -> bringBack(earlier, live, changed, report, words, by));
            rules.refresh();
            return release;
        } catch (Publisher.Overtaken e) {
            throw Refusal.notNow(
                    "Another release went live meanwhile. | 在此期间另有版本上线。",
                    "Look at it and roll back again if you still want to: GET /api/releases/live |"
                            + " 请查看后再决定是否回滚：GET /api/releases/live");
        }
    }

    private Release bringBack(
            Release earlier,
            long live,
            Map<Unit, Sources> changed,
            CheckReport report,
            String words,
            Actor by) {
        var release =
                publisher.publish(
                        live,
                        changed,
                        (next, hash) ->
                                new Release(
                                        next,
                                        hash,
                                        Release.Source.ROLL_BACK,
                                        null,
                                        earlier.number(),
                                        earlier.author(),
                                        by.userId(),
                                        words,
                                        clock.instant(),
                                        reports.write(report)));
        log.add(by.userId(), ChangeEvent.Kind.ROLLED_BACK, null, release.number(), words);
        return release;
    }

    private static String errors(CheckReport report) {
        return report.results().stream()
                .flatMap(result -> result.findings().stream())
                .filter(Finding::isError)
                .limit(5)
                .map(Finding::toString)
                .collect(Collectors.joining("; "));
    }

    /**
     * Writes a release into the folders of this node, so that editors go on from it.
     *
     * @return how many folders were written
     */
    public int toFolders(long number, Actor by) {
        if (!by.isIn(Group.RULE_APPROVER)) {
            throw Refusal.forbidden(
                    "Only rule approvers write into the folders. | 只有规则审批可以写入文件夹。",
                    "Ask for the files instead: GET /api/releases/{number}/export |"
                            + " 请改用导出：GET /api/releases/{number}/export");
        }
        var units = releases.content(find(number).number()).hashes();
        if (units.keySet().stream().noneMatch(workplace::isOnDisk)) {
            throw Refusal.notNow(
                    "This node has no folders rules/ and processes/. | 此节点没有rules/和processes/文件夹。",
                    "Ask for the files instead: GET /api/releases/{number}/export |"
                            + " 请改用导出：GET /api/releases/{number}/export");
        }
        return transaction.of(
                () -> {
                    releases.lockLive();
                    int written = 0;
                    for (var unit : contents.find(units).entrySet()) {
                        if (workplace.isOnDisk(unit.getKey())
                                && !workplace
                                        .read(unit.getKey())
                                        .hash()
                                        .equals(unit.getValue().hash())) {
                            workplace.write(unit.getKey(), unit.getValue());
                            written++;
                        }
                    }
                    folderStates.seen(units);
                    log.add(
                            by.userId(),
                            ChangeEvent.Kind.EXPORTED,
                            null,
                            number,
                            "Written into %d folders. | 已写入%1$d个文件夹。".formatted(written));
                    return written;
                });
    }
}
