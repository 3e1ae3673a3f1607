package dev.innkeeper.change;

import dev.innkeeper.common.Actor;
import dev.innkeeper.common.Group;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Refusal;
import dev.innkeeper.decision.load.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writing a draft: its files, its title, comments, giving it up. Whoever saves names the version
 * that was read; who is second is told, and nothing of either is lost.
 */
@Service
@Transactional
public class DraftDesk implements DraftRules, DraftFiles {

    private static final int LARGEST_FILE = 5_000_000;
    private static final int MOST_FILES = 500;

    private final Drafts drafts;
    private final Releases releases;
    private final UnitContents contents;
    private final ChangeLog log;
    private final Clock clock;

    DraftDesk(Drafts drafts, Releases releases, UnitContents contents, ChangeLog log, Clock clock) {
        this.drafts = drafts;
        this.releases = releases;
        this.contents = contents;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Begins a draft.
     *
     * @param title what it is about
     * @param words why, or empty
     * @param files new contents by path, which may be none
     */
    public Draft create(String title, String words, Map<String, byte[]> files, Actor by) {
        editorsOnly(by);
        var draft = begin(title, by.userId());
        log.add(by.userId(), ChangeEvent.Kind.CREATED, draft.id(), null, words);
        for (var file : new TreeMap<>(files).entrySet()) {
            draft = put(draft, file.getKey(), file.getValue(), by.userId());
        }
        return draft;
    }

    Draft begin(String title, String owner) {
        var now = clock.instant();
        var draft =
                new Draft(
                        0,
                        1,
                        title,
                        owner,
                        Draft.State.OPEN,
                        releases.stamp().number(),
                        now,
                        now,
                        owner,
                        null,
                        null,
                        null);
        long id = drafts.add(draft);
        drafts.take(id, owner, Person.Part.EDITOR);
        return find(id);
    }

    /** A draft. */
    @Transactional(readOnly = true)
    public Draft find(long id) {
        return drafts.find(id).orElseThrow(() -> unknown(id));
    }

    /** The drafts changed last first. */
    @Transactional(readOnly = true)
    public Page<Draft> list(Draft.@Nullable State state, int offset, int limit) {
        return drafts.list(state, offset, limit);
    }

    /** The people who took part in a draft. */
    @Transactional(readOnly = true)
    public List<Person> people(long id) {
        return drafts.people(id);
    }

    /**
     * Saves a file, or deletes it.
     *
     * @param version the version of the draft that was read
     * @param content the new content, or null to delete the file
     */
    public Draft save(long id, int version, String path, byte @Nullable [] content, Actor by) {
        editorsOnly(by);
        return put(toWrite(id, version, by.userId()), path, content, by.userId());
    }

    /** Leaves a file as it is live; what was saved of it stays readable. */
    public Draft leave(long id, int version, String path, Actor by) {
        editorsOnly(by);
        var draft = toWrite(id, version, by.userId());
        drafts.leave(id, Unit.of(path).path(Unit.file(path)));
        return changed(draft, by.userId(), ChangeEvent.Kind.LEFT, path);
    }

    /** Gives another title. */
    public Draft rename(long id, int version, String title, Actor by) {
        editorsOnly(by);
        var draft = toWrite(id, version, by.userId());
        return changed(
                draft.renamed(title),
                by.userId(),
                ChangeEvent.Kind.RENAMED,
                draft.title() + " → " + title);
    }

    /**
     * Keeps a file of the draft although the live one has changed meanwhile: whoever does has
     * looked at both.
     */
    public Draft rebase(long id, int version, String path, Actor by) {
        editorsOnly(by);
        var draft = toWrite(id, version, by.userId());
        var file =
                drafts.files(id).stream()
                        .filter(one -> one.path().equals(path))
                        .findFirst()
                        .orElseThrow(() -> noFile(path));
        var base = FileHash.of(live(releases.stamp().number(), path));
        drafts.put(
                id,
                draft.version() + 1,
                new DraftFile(path, file.content(), file.hash(), base),
                by.userId(),
                clock.instant());
        return changed(draft, by.userId(), ChangeEvent.Kind.REBASED, path);
    }

    /** Says something about a draft. */
    public void comment(long id, String words, Actor by) {
        if (!by.isIn(Group.RULE_EDITOR) && !by.isIn(Group.RULE_APPROVER)) {
            throw notTheirs();
        }
        find(id);
        log.add(by.userId(), ChangeEvent.Kind.COMMENTED, id, null, words);
    }

    /** Gives a draft up; it stays readable. */
    public Draft withdraw(long id, String words, Actor by) {
        editorsOnly(by);
        var draft = locked(id);
        if (draft.state() == Draft.State.PUBLISHED || draft.state() == Draft.State.WITHDRAWN) {
            throw wrongState(draft);
        }
        return moved(draft, Draft.State.WITHDRAWN, by.userId(), ChangeEvent.Kind.WITHDRAWN, words);
    }

    /** The files that a draft changes, without their contents. */
    @Transactional(readOnly = true)
    public List<ChangedFile> files(long id) {
        find(id);
        return changes(drafts.hashes(id));
    }

    /** What was saved of a file, the last first. */
    @Transactional(readOnly = true)
    public Page<Revision> revisions(long id, String path, int offset, int limit) {
        find(id);
        return drafts.revisions(id, path, offset, limit);
    }

    /** The content of something that was saved. */
    @Transactional(readOnly = true)
    public byte[] revision(long id, long revision) {
        return drafts.revision(id, revision)
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "revision",
                                        "Nothing of that number was saved in this draft. |"
                                                + " 该草稿没有此编号的保存记录。",
                                        "List what was saved: GET /api/drafts/{id}/revisions |"
                                                + " 请查询GET /api/drafts/{id}/revisions"));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(long draft) {
        return drafts.find(draft).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Sources> changed(long draft) {
        var rules = new TreeMap<String, Sources>();
        units(draft, releases.stamp().number())
                .forEach(
                        (unit, sources) -> {
                            if (unit.isRules()) {
                                rules.put(unit.shortName(), sources);
                            }
                        });
        return rules;
    }

    @Override
    @Transactional(readOnly = true)
    public String contentHash(long draft) {
        var text = new StringBuilder();
        drafts.hashes(draft)
                .forEach(
                        file ->
                                text.append(file.path())
                                        .append('\n')
                                        .append(file.hash())
                                        .append('\n'));
        return FileHash.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] read(long draft, String path) {
        return content(draft, path).orElse(new byte[0]);
    }

    /** A file as the draft has it, or as it is live where the draft leaves it alone. */
    @Transactional(readOnly = true)
    public Optional<byte[]> content(long draft, String path) {
        var unit = Unit.of(path);
        return drafts.files(draft).stream()
                .filter(file -> file.path().equals(unit.path(Unit.file(path))))
                .findFirst()
                .map(file -> Optional.ofNullable(file.content()))
                .orElseGet(() -> Optional.ofNullable(live(releases.stamp().number(), path)));
    }

    @Override
    public int write(long draft, int version, String path, byte[] content, Actor by) {
        return save(draft, version, path, content, by).version();
    }

    /** The units that a draft changes, each with all its files, beside a release. */
    Map<Unit, Sources> units(long draft, long release) {
        var changes = drafts.files(draft);
        var live = liveFiles(release, changes);
        var units = new TreeMap<Unit, Map<String, byte[]>>();
        for (DraftFile file : changes) {
            var files =
                    units.computeIfAbsent(
                            file.unit(), unit -> new HashMap<>(live.getOrDefault(unit, Map.of())));
            byte[] changed = file.content();
            if (changed == null) {
                files.remove(Unit.file(file.path()));
            } else {
                files.put(Unit.file(file.path()), changed);
            }
        }
        var sources = new TreeMap<Unit, Sources>();
        units.forEach((unit, files) -> sources.put(unit, new Sources(files)));
        return sources;
    }

    /** The files of a draft whose live version has changed since they were made from it. */
    List<ChangedFile> conflicts(long draft) {
        return changes(drafts.hashes(draft)).stream().filter(ChangedFile::overtaken).toList();
    }

    private List<ChangedFile> changes(List<DraftFile> files) {
        var live = liveFiles(releases.stamp().number(), files);
        var changes = new ArrayList<ChangedFile>();
        for (DraftFile file : files) {
            byte[] now = live.getOrDefault(file.unit(), Map.of()).get(Unit.file(file.path()));
            changes.add(ChangedFile.of(file, FileHash.of(now)));
        }
        return changes;
    }

    /** The files that a release has in the units of some files, read at once. */
    private Map<Unit, Map<String, byte[]>> liveFiles(long release, List<DraftFile> files) {
        var hashes = new TreeMap<>(releases.content(release).hashes());
        hashes.keySet().retainAll(files.stream().map(DraftFile::unit).collect(Collectors.toSet()));
        var live = new TreeMap<Unit, Map<String, byte[]>>();
        contents.find(hashes).forEach((unit, sources) -> live.put(unit, sources.files()));
        return live;
    }

    private byte @Nullable [] live(long release, String path) {
        var unit = Unit.of(path);
        return Optional.ofNullable(releases.content(release).hashes().get(unit))
                .flatMap(hash -> contents.find(unit, hash))
                .map(sources -> sources.files().get(Unit.file(path)))
                .orElse(null);
    }

    private Draft put(Draft draft, String path, byte @Nullable [] content, String by) {
        Unit.of(path);
        return put(draft, path, content, by, live(releases.stamp().number(), path));
    }

    /**
     * Saves a file of a draft.
     *
     * @param madeFrom the live file that it was made from, or null
     */
    Draft put(
            Draft draft,
            String path,
            byte @Nullable [] content,
            String by,
            byte @Nullable [] madeFrom) {
        if (content != null && content.length > LARGEST_FILE) {
            throw Refusal.invalid(
                    "content",
                    "The file is larger than 5 MB. | 文件超过5 MB。",
                    "Split it into several files. | 请拆分为多个文件。");
        }
        var known = drafts.hashes(draft.id());
        var before = known.stream().filter(file -> file.path().equals(path)).findFirst();
        if (before.isEmpty() && known.size() >= MOST_FILES) {
            throw Refusal.refused(
                    "path",
                    "A draft changes 500 files at most. | 一份草稿最多修改500个文件。",
                    "Begin another draft. | 请新建草稿。");
        }
        if (content == null && madeFrom == null && before.isEmpty()) {
            throw noFile(path);
        }
        String base = before.map(DraftFile::baseHash).orElseGet(() -> FileHash.of(madeFrom));
        drafts.put(
                draft.id(),
                draft.version() + 1,
                new DraftFile(path, content, FileHash.of(content), base),
                by,
                clock.instant());
        return changed(draft, by, ChangeEvent.Kind.SAVED, path);
    }

    private Draft changed(Draft draft, String by, ChangeEvent.Kind kind, String words) {
        return moved(draft, draft.state(), by, kind, words);
    }

    /** The draft in a state, one version on, with the event that led there. */
    Draft moved(Draft draft, Draft.State state, String by, ChangeEvent.Kind kind, String words) {
        var after = draft.in(state).next(by, clock.instant());
        drafts.save(after);
        log.add(by, kind, draft.id(), draft.release(), words);
        return after;
    }

    private Draft toWrite(long id, int version, String by) {
        var draft = locked(id);
        if (draft.state() != Draft.State.OPEN) {
            throw wrongState(draft);
        }
        refuseOtherVersion(draft, version);
        if (drafts.take(id, by, Person.Part.EDITOR) != Person.Part.EDITOR) {
            throw Refusal.forbidden(
                    "You approved this draft once, so somebody else has to write it. |"
                            + " 您曾批准过该草稿，须由他人修改。",
                    "Comment on it, or begin a draft of your own. | 请留言，或另建草稿。");
        }
        return draft;
    }

    Draft locked(long id) {
        return drafts.lock(id).orElseThrow(() -> unknown(id));
    }

    static void refuseOtherVersion(Draft draft, int version) {
        if (draft.version() != version) {
            throw Refusal.notNow(
                    "%s changed this draft meanwhile: it is at version %d, and you read %d. | %1$s在此期间修改了该草稿：现为版本%2$d，您读取的是%3$d。"
                            .formatted(draft.changedBy(), draft.version(), version),
                    "Nothing of yours was stored and nothing of theirs is lost: read the draft"
                            + " again, compare, and send yours with its version. |"
                            + " 您的内容未保存，对方的内容未丢失：请重新读取草稿，比较后以新版本号发送。");
        }
    }

    static Refusal wrongState(Draft draft) {
        return Refusal.notNow(
                "The draft is %s, so this cannot be done. | 草稿状态为%1$s，无法执行此操作。"
                        .formatted(draft.state()),
                switch (draft.state()) {
                    case OPEN -> "Ask for approval first. | 请先申请审批。";
                    case REQUESTED, APPROVED ->
                            "Take it back first: POST /api/drafts/{id}/recall |"
                                    + " 请先撤回：POST /api/drafts/{id}/recall";
                    case PUBLISHED, WITHDRAWN -> "Begin another draft. | 请新建草稿。";
                });
    }

    private static void editorsOnly(Actor by) {
        if (!by.isIn(Group.RULE_EDITOR) || by.isIn(Group.AUDITOR)) {
            throw notTheirs();
        }
    }

    private static Refusal notTheirs() {
        return Refusal.forbidden(
                "Only rule editors write drafts. | 只有规则编辑可以编写草稿。",
                "Ask somebody of the group rule-editor. | 请联系规则编辑组成员。");
    }

    private static Refusal unknown(long id) {
        return Refusal.unknown(
                "id",
                "There is no draft %d. | 没有草稿%1$d。".formatted(id),
                "List the drafts: GET /api/drafts | 请查询草稿列表：GET /api/drafts");
    }

    private static Refusal noFile(String path) {
        return Refusal.unknown(
                "path",
                "There is no file %s, live or in the draft. | 没有文件%1$s（线上或草稿中）。".formatted(path),
                "List the files: GET /api/releases/live/files | 请查询文件：GET"
                        + " /api/releases/live/files");
    }
}
