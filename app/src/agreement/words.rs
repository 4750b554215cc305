//! The words of this area's pages.

pub mod receipt;

use crate::i18n::{Lang, messages};

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, name: &str) -> Option<&'static str> {
    Some(match name {
        "version" => version(lang),
        "effective" => effective(lang),
        "must_be_signed_by" => must_be_signed_by(lang),
        _ => return None,
    })
}

messages! {
    // Reading and signing.
    sign_lead => [
        "Read the agreement before you sign it. You can also download it.",
        "簽署前請先閱讀合約。您也可以下載。",
        "签署前请先阅读协议。你也可以下载。",
    ];
    version => ["Version", "版本", "版本"];
    effective => ["Effective from", "生效日期", "生效日期"];
    must_be_signed_by => ["Must be signed by", "簽署期限", "签署期限"];
    languages => ["Languages of the text", "文字的語言", "文本的语言"];
    language => ["Language", "語言", "语言"];
    download_text => ["Download agreement", "下載合約", "下载协议"];
    text_of(kind, version) => ["{kind}, version {version}", "{kind}，版本 {version}", "{kind}，版本 {version}"];
    signature => ["Signature", "簽署", "签署"];
    signing_as(name, account, organization) => [
        "You sign as {name} ({account}) on behalf of {organization}.",
        "您將以 {name}（{account}）的身分代表 {organization} 簽署。",
        "你将以 {name}（{account}）的身份代表 {organization} 签署。",
    ];
    what_is_kept => [
        "We keep your name, account, and network address with the time and the exact text.",
        "您的姓名、帳戶和網路位址會與時間及合約原文一併保存。",
        "你的姓名、帐户和网络地址会与时间及协议原文一并保存。",
    ];
    accepted(kind, version, organization) => [
        "I've read the {kind}, version {version}, and I accept it on behalf of {organization}.",
        "我已閱讀{kind}版本 {version}，並代表 {organization} 接受。",
        "我已阅读{kind}版本 {version}，并代表 {organization} 接受。",
    ];
    accept => ["Accept and continue", "接受並繼續", "接受并继续"];
    signed_already(version, at) => [
        "Your organization signed version {version} on {at}.",
        "您的組織已於 {at} 簽署版本 {version}。",
        "你的组织已于 {at} 签署版本 {version}。",
    ];
    who_signs(names) => [
        "These global admins can sign: {names}.",
        "可以簽署的全域管理員：{names}。",
        "可以签署的全局管理员：{names}。",
    ];
    nobody_signs(organization) => [
        "{organization} has no global admin who can sign. Contact the program operator.",
        "{organization} 沒有可以簽署的全域管理員。請洽計畫營運者。",
        "{organization} 没有可以签署的全局管理员。请联系计划运营方。",
    ];
    none_in_force => ["There's no agreement to sign yet", "目前沒有需要簽署的合約", "目前没有需要签署的协议"];
    none_in_force_why => [
        "The program operator hasn't published one. You'll see it on Overview once it's published.",
        "計畫營運者尚未發佈。發佈後會顯示在概觀中。",
        "计划运营方尚未发布。发布后会显示在概述中。",
    ];

    // Program Info.
    program_info => ["Program Info", "計畫資訊", "计划信息"];
    nothing_signed => ["No agreement has been signed", "尚未簽署任何合約", "尚未签署任何协议"];
    nothing_signed_why => [
        "Once there's an agreement for your organization to sign, you'll see it here and on Overview.",
        "如有需要貴組織簽署的合約，會顯示在此處和概觀中。",
        "如有需要你的组织签署的协议，会显示在此处和概述中。",
    ];
    state => ["Status", "狀態", "状态"];
    to_be_signed => ["Not signed yet", "尚未簽署", "尚未签署"];
    read_and_sign => ["Read and sign", "閱讀並簽署", "阅读并签署"];
    see_who_signs => ["See who can sign", "查看可簽署的人員", "查看可签署的人员"];
    signed_at => ["Signed", "簽署時間", "签署时间"];
    signer => ["Signed by", "簽署人", "签署人"];
    address => ["Network address", "網路位址", "网络地址"];
    digest => ["SHA-256 of the text", "文字的 SHA-256", "文本的 SHA-256"];
    signed_elsewhere => [
        "Signed outside the portal, and entered by the program operator",
        "在入口網站之外簽署，由計畫營運者登錄",
        "在门户之外签署，由计划运营方登记",
    ];
    download_receipt => ["Download receipt (PDF)", "下載收據 (PDF)", "下载回执 (PDF)"];

    // The operator's pages.
    agreements => ["Agreements", "合約", "协议"];
    agreements_lead => [
        "The texts that partners sign, and how many have signed them.",
        "合作夥伴簽署的文字，以及已簽署的數量。",
        "合作伙伴签署的文本，以及已签署的数量。",
    ];
    agreement => ["Agreement", "合約", "协议"];
    new_version => ["New version", "新版本", "新版本"];
    new_version_lead => [
        "A published text never changes. To correct one, publish another version.",
        "已發佈的文字不會變更。如需更正，請發佈另一個版本。",
        "已发布的文本不会更改。如需更正，请发布另一个版本。",
    ];
    no_version => ["No version has been published", "尚未發佈任何版本", "尚未发布任何版本"];
    no_version_why => [
        "Partners are asked to sign once there's a version in force.",
        "有版本生效後，才會請合作夥伴簽署。",
        "有版本生效后，才会请合作伙伴签署。",
    ];
    signed => ["Signed", "已簽署", "已签署"];
    not_signed => ["Not signed", "未簽署", "未签署"];
    never => ["No deadline", "沒有期限", "没有期限"];
    scheduled => ["Scheduled", "已排定", "已计划"];
    in_force => ["In force", "生效中", "生效中"];
    replaced => ["Replaced", "已被取代", "已被取代"];
    version_of(kind, version) => ["{kind} {version}", "{kind} {version}", "{kind} {version}"];
    the_text => ["Text", "文字", "文本"];
    all_signed => [
        "Every partner that needs to sign it has signed.",
        "所有相關的合作夥伴都已簽署。",
        "所有相关的合作伙伴都已签署。",
    ];
    show_all_unsigned(count) => ["Show all: {count}", "顯示全部：{count}", "显示全部：{count}"];
    all_signed_why => [
        "Every partner that this version concerns has signed it.",
        "此版本涉及的所有合作夥伴均已簽署。",
        "此版本涉及的所有合作伙伴均已签署。",
    ];
    search_unsigned => ["Search by name, domain, or MPN ID", "依名稱、網域或 MPN ID 搜尋", "按名称、域名或 MPN ID 搜索"];
    partner => ["Partner", "合作夥伴", "合作伙伴"];
    domain => ["Domain", "網域", "域名"];
    one_partner => ["1 partner", "1 個合作夥伴", "1 个合作伙伴"];
    several_partners(count) => ["{count} partners", "{count} 個合作夥伴", "{count} 个合作伙伴"];
    none_found => ["No partners found", "找不到合作夥伴", "找不到合作伙伴"];
    none_found_why => [
        "No partner that hasn't signed matches your search.",
        "沒有符合搜尋條件的未簽署合作夥伴。",
        "没有符合搜索条件的未签署合作伙伴。",
    ];
    show_all => ["Show all", "顯示全部", "显示全部"];
    deadline => ["Deadline", "期限", "期限"];
    deadline_lead => [
        "Past this day, partners that haven't signed can't send requests or place orders.",
        "過了這一天，未簽署的合作夥伴無法提出要求或訂購。",
        "过了这一天，未签署的合作伙伴无法提出请求或订购。",
    ];
    deadline_is_told => [
        "We email the new deadline to global admins of partners that know of this version and haven't signed it.",
        "已得知此版本但尚未簽署的合作夥伴，其全域管理員會收到通知新日期的電子郵件。",
        "已得知此版本但尚未签署的合作伙伴，其全局管理员会收到通知新日期的电子邮件。",
    ];
    must_be_signed_by_hint => [
        "The day begins at 00:00 UTC. Leave it empty if there's no deadline.",
        "當日從 00:00 UTC 開始。如果沒有期限，請留空。",
        "当日从 00:00 UTC 开始。如果没有期限，请留空。",
    ];
    move_deadline => ["Change deadline", "變更期限", "更改期限"];
    history => ["History", "歷程記錄", "历史记录"];
    version_hint => ["Such as 2026-02", "例如 2026-02", "例如 2026-02"];
    text_in(language) => ["Text: {language}", "文字：{language}", "文本：{language}"];
    text_hint => [
        "Plain text or Markdown: headings (#), lists (- or 1.), and **bold**.",
        "純文字或 Markdown：標題 (#)、清單 (- 或 1.) 和 **粗體**。",
        "纯文本或 Markdown：标题 (#)、列表 (- 或 1.) 和 **粗体**。",
    ];
    preview_of(language) => ["Preview: {language}", "預覽：{language}", "预览：{language}"];
    effective_hint => [
        "The day begins at 00:00 UTC. Leave it empty to put the version in force now.",
        "當日從 00:00 UTC 開始。如果要立即生效，請留空。",
        "当日从 00:00 UTC 开始。如果要立即生效，请留空。",
    ];
    what_follows => ["Next steps", "接下來會發生什麼", "接下来会发生什么"];
    effect_by(count, day) => [
        "Partners that have to sign by {day}: {count}.",
        "必須在 {day} 之前簽署的合作夥伴數：{count}。",
        "必须在 {day} 之前签署的合作伙伴数：{count}。",
    ];
    effect_without(count) => [
        "Partners asked to sign, without a deadline: {count}.",
        "將請其簽署（沒有期限）的合作夥伴數：{count}。",
        "将请其签署（没有期限）的合作伙伴数：{count}。",
    ];
    follows_mail => [
        "Their global admins get an email within minutes after you publish.",
        "其全域管理員會在您發佈後的幾分鐘內收到郵件通知。",
        "其全局管理员会在你发布后的几分钟内收到邮件通知。",
    ];
    move_question => ["Change the deadline?", "要變更期限嗎？", "要更改期限吗？"];
    move_confirmed => [
        "I've checked the date and how many partners it affects.",
        "我已檢查日期以及涉及的合作夥伴數。",
        "我已检查日期以及涉及的合作伙伴数。",
    ];
    file_in(language) => ["Or a file: {language}", "或檔案：{language}", "或文件：{language}"];
    file_hint => [
        "Plain text or Markdown in UTF-8, up to 1 MB",
        "UTF-8 純文字或 Markdown，最大 1 MB",
        "UTF-8 纯文本或 Markdown，最大 1 MB",
    ];
    follows_text => [
        "From the effective date, their global admins see it on Overview with the deadline.",
        "自生效日起，其全域管理員會在概觀中看到它與期限。",
        "自生效日起，其全局管理员会在概述中看到它与期限。",
    ];
    follows_date => [
        "Past the deadline, those that haven't signed can't send requests or place orders until they sign. Their providers \
         see this on Indirect resellers.",
        "過了期限，未簽署者在簽署之前無法提出要求或訂購。其提供者會在間接經銷商中看到。",
        "过了期限，未签署者在签署之前无法提出请求或订购。其提供商会在间接经销商中看到。",
    ];
    follows_replaced => [
        "The earlier version can't be signed anymore once this one is effective. Existing signatures count until the \
         deadline.",
        "此版本生效後，就無法再簽署先前的版本。既有的簽署在期限之前仍然有效。",
        "此版本生效后，就无法再签署先前的版本。已有的签署在期限之前仍然有效。",
    ];
    confirmed => [
        "I've checked the texts and dates. The texts can't be changed after publishing.",
        "我已檢查文字與日期。發佈後文字無法變更。",
        "我已检查文本与日期。发布后文本无法更改。",
    ];
    confirmed_hint => [
        "To see a preview first, leave this unchecked and select Publish. Nothing is published until you check it.",
        "如果未勾選，「發佈」只會顯示預覽，不會變更任何內容。",
        "如果未勾选，“发布”只会显示预览，不会更改任何内容。",
    ];
    publish => ["Publish", "發佈", "发布"];

    // Look up a reseller.
    look_up => ["Look up a reseller", "查詢經銷商", "查询经销商"];
    look_up_lead => [
        "See whether a reseller in your region is enrolled, has signed, and is in good standing.",
        "查看您所在地區的經銷商是否已註冊、已簽署且狀態良好。",
        "查看你所在区域的经销商是否已注册、已签署且状态良好。",
    ];
    look_up_by => ["MPN ID or domain", "MPN ID 或網域", "MPN ID 或域名"];
    look_up_hint => [
        "The whole location MPN ID, or the whole domain of its work accounts",
        "完整的位置 MPN ID，或其工作帳戶的完整網域",
        "完整的位置 MPN ID，或其工作帐户的完整域名",
    ];
    look_up_button => ["Look up", "查詢", "查询"];
    not_found(asked) => [
        "There's no reseller in your region with {asked}",
        "您所在的地區沒有符合 {asked} 的經銷商",
        "你所在的区域没有符合 {asked} 的经销商",
    ];
    not_found_why => [
        "Check what you typed. Organizations in other regions and other kinds of organizations aren't shown.",
        "請檢查輸入的內容。不會顯示其他地區或其他種類的組織。",
        "请检查输入的内容。不会显示其他区域或其他种类的组织。",
    ];
    country => ["Country/region", "國家/地區", "国家/地区"];
    mpn => ["Location MPN ID", "位置 MPN ID", "位置 MPN ID"];
    no_mpn => ["Not associated", "未關聯", "未关联"];
    enrolled => ["Enrolled", "已註冊", "已注册"];
    in_good_standing => ["In good standing", "狀態良好", "状态良好"];
    in_partnership => ["In partnership with you", "與您有合作關係", "与你有合作关系"];
    yes => ["Yes", "是", "是"];
    no => ["No", "否", "否"];
    what_is_missing => ["What's missing", "缺少的項目", "缺少的项目"];
    may_be_partner_of_record => [
        "You can name this reseller as the partner of record.",
        "您可以將此經銷商設為記錄合作夥伴。",
        "你可以将此经销商设为记录合作伙伴。",
    ];
    needs_partnership => [
        "This reseller can do business. To name it as the partner of record, you need a partnership with it.",
        "此經銷商可以開展業務。如要將其設為記錄合作夥伴，您需要與其建立合作關係。",
        "此经销商可以开展业务。如要将其设为记录合作伙伴，你需要与其建立合作关系。",
    ];
    request_partnership => ["Request a partnership", "要求建立合作關係", "请求建立合作关系"];
}
