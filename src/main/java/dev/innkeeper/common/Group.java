package dev.innkeeper.common;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A department or role of the house. Each is a group of the engine under the same id, and has a
 * name in both languages.
 */
public enum Group implements Labelled {
    LOBBY_SERVICE("lobby-service", "Lobby service", "前堂服务部"),
    ROOMS_SERVICE("rooms-service", "Rooms service", "客房服务部"),
    BANQUET_SERVICE("banquet-service", "Banquet service", "宴会服务中心"),
    KEY_ACCOUNT_SERVICE("key-account-service", "Key-account service", "大客户服务部"),
    CALL_CENTRE("call-centre", "Call centre", "客户呼叫中心"),
    CUSTOMER_INFORMATION("customer-information", "Customer information", "客户信息部"),
    SALES("sales", "Sales", "销售部"),
    FINANCE("finance", "Finance", "财务部"),
    QUALITY("quality", "Quality", "质量部"),
    SUPERVISOR("supervisor", "Supervisor", "部门主管"),
    CUSTOMER_SERVICE_MANAGER("customer-service-manager", "Customer service manager", "客服经理"),
    GENERAL_MANAGER("general-manager", "General manager", "总经理"),
    RULE_EDITOR("rule-editor", "Rule editor", "规则编辑"),
    RULE_APPROVER("rule-approver", "Rule approver", "规则审批"),
    AUDITOR("auditor", "Auditor", "审计"),
    INTEGRATION("integration", "System integration", "系统集成");

    /** Those who speak with guests: they see who the guest is, in every case. */
    public static final Set<Group> SPEAK_WITH_GUESTS =
            Set.of(
                    LOBBY_SERVICE,
                    ROOMS_SERVICE,
                    BANQUET_SERVICE,
                    KEY_ACCOUNT_SERVICE,
                    CALL_CENTRE,
                    CUSTOMER_INFORMATION,
                    SUPERVISOR,
                    CUSTOMER_SERVICE_MANAGER,
                    GENERAL_MANAGER);

    private static final Map<String, Group> BY_ID =
            Arrays.stream(values()).collect(Collectors.toMap(Group::id, Function.identity()));

    private final String id;
    private final String english;
    private final String chinese;

    Group(String id, String english, String chinese) {
        this.id = id;
        this.english = english;
        this.chinese = chinese;
    }

    /** The id of the engine's group, such as {@code lobby-service}. */
    public String id() {
        return id;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String chinese() {
        return chinese;
    }

    /**
     * The group with this id.
     *
     * @throws Refusal INVALID where no group has it
     */
    public static Group of(String id) {
        return find(id).orElseThrow(
                        () ->
                                Refusal.invalid(
                                        "group",
                                        "There is no group \"%1$s\". | 没有组“%1$s”。".formatted(id),
                                        "Use one of %1$s. | 请使用以下之一：%1$s。"
                                                .formatted(
                                                        Arrays.stream(values())
                                                                .map(Group::id)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                ", ")))));
    }

    /** The group with this id, or empty: the engine also knows groups that are not ours. */
    public static Optional<Group> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    @Override
    public String toString() {
        return id;
    }
}
