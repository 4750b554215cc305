//! Imports in words: what is wrong with a line, refusals and notices.

use tierline_core::import::{Problem, Refusal, Wanted};

use crate::i18n::{Lang, date_time, messages, worded_codes};

/// A refusal in words.
pub(crate) fn refusal(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Open { by, since } => open(lang, by, date_time(lang, *since)),
        Refusal::UnderWay => under_way(lang).to_owned(),
        Refusal::Over => over(lang).to_owned(),
        Refusal::TooLarge { most_megabytes } => too_large(lang, most_megabytes),
    }
}

/// What is wrong with a line, or with the file.
pub(crate) fn problem(lang: Lang, problem: &Problem) -> String {
    match problem {
        Problem::EmptyFile => empty_file(lang).to_owned(),
        Problem::Utf16 => utf16(lang).to_owned(),
        Problem::Encoding => encoding(lang).to_owned(),
        Problem::Directive => directive(lang).to_owned(),
        Problem::Separator { by } => separator(lang, by.replace('\t', "Tab")),
        Problem::NoLines => no_lines(lang).to_owned(),
        Problem::NothingFor { wanted, found } => nothing_for(lang, wanted, found),
        Problem::ColumnMissing { column } => column_missing(lang, column),
        Problem::ColumnTwice { column } => column_twice(lang, column),
        Problem::ColumnUnknown { column } => column_unknown(lang, column),
        Problem::Fields { has, columns } => fields(lang, has, columns),
        Problem::Unreadable { why } => unreadable(lang, why),
        Problem::Unclosed { column } => unclosed(lang, column),
        Problem::Empty { column } => empty(lang, column),
        Problem::Invalid {
            column,
            text,
            wanted,
        } => invalid(lang, column, text, self::wanted(lang, *wanted)),
        Problem::Comma { text } => comma(lang, text),
        Problem::Below { column, other } => below(lang, column, other),
        Problem::Differs { column } => differs(lang, column),
        Problem::Twice { text, line } => twice(lang, text, line),
        Problem::Taken { text } => taken(lang, text),
        Problem::InUse { text, by } => in_use(lang, text, by),
        Problem::AccountTaken { text } => account_taken(lang, text),
        Problem::UserRemoved { text } => user_removed(lang, text),
        Problem::HolderBlocked { text } => holder_blocked(lang, text),
        Problem::NoneLeft { text } => none_left(lang, text),
        Problem::OtherKind {
            column,
            text,
            other,
        } => other_kind(lang, column, text, other),
        Problem::AddOnAsBase { text, of } => add_on_as_base(lang, text, of),
        Problem::Circle { text } => circle(lang, text),
    }
}

/// What a field should be.
fn wanted(lang: Lang, wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Mpn => an_mpn(lang),
        Wanted::Name => a_name(lang),
        Wanted::Account => an_account(lang),
        Wanted::Country => a_country(lang),
        Wanted::Status => a_status(lang),
        Wanted::PasswordHash => a_hash(lang),
        Wanted::Market => a_market(lang),
        Wanted::Segment => a_segment(lang),
        Wanted::Product => a_product(lang),
        Wanted::Sku => a_sku(lang),
        Wanted::Term => a_term(lang),
        Wanted::Plan => a_plan(lang),
        Wanted::Currency => a_currency(lang),
        Wanted::Price => a_price(lang),
        Wanted::Licenses => licenses(lang),
        Wanted::Date => a_date(lang),
        Wanted::Uuid => a_uuid(lang),
        Wanted::Kind => a_kind(lang),
        Wanted::YesOrNo => yes_or_no(lang),
        Wanted::Offer => an_offer(lang),
        Wanted::Listed => listed(lang),
        Wanted::Another => another(lang),
        Wanted::OwnAddress => an_own_address(lang),
        Wanted::Role => a_role(lang),
        Wanted::GivenRole => a_given_role(lang),
        Wanted::Subscribed => subscribed(lang),
    }
}

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        ImportDiscarded = "import_discarded" => done_discarded,
    }
}

messages! {
    // Refusals.
    open(by, since) => [
        "An import isn't finished yet. {by} started it on {since}. Apply or discard it first, then start the next one.",
        "尚有一項匯入未完成，由 {by} 於 {since} 開始。請先套用或捨棄，再開始下一項匯入。",
        "尚有一项导入未完成，由 {by} 于 {since} 开始。请先应用或放弃，再开始下一项导入。",
    ];
    under_way => [
        "This import is still running. Wait until it's finished.",
        "此匯入正在進行，請等候完成後再試一次。",
        "此导入正在进行，请等待完成后再试一次。",
    ];
    over => [
        "This import is over. To import the file, upload it again.",
        "此匯入已結束。若要匯入此檔案，請重新上傳。",
        "此导入已结束。若要导入此文件，请重新上传。",
    ];
    too_large(most) => [
        "The file is larger than {most} MB. Upload a smaller file, or divide it into several.",
        "檔案超過 {most} MB。請上傳較小的檔案，或分成數個檔案。",
        "文件超过 {most} MB。请上传较小的文件，或分成几个文件。",
    ];

    // Problems.
    empty_file => ["The file is empty.", "檔案是空的。", "文件是空的。"];
    utf16 => [
        "The file is in UTF-16. Save it as CSV UTF-8.",
        "檔案使用 UTF-16 編碼。請另存為 CSV UTF-8。",
        "文件使用 UTF-16 编码。请另存为 CSV UTF-8。",
    ];
    encoding => [
        "The line isn't in UTF-8. Save the file as CSV UTF-8.",
        "此行不是 UTF-8 編碼。請將檔案另存為 CSV UTF-8。",
        "此行不是 UTF-8 编码。请将文件另存为 CSV UTF-8。",
    ];
    directive => [
        "The first line is an instruction for a spreadsheet. Remove it so that the file begins with the column names.",
        "第一行是試算表的指示。請移除，讓檔案以欄位名稱開頭。",
        "第一行是电子表格的指令。请删除，让文件以列名开头。",
    ];
    separator(by) => [
        "The columns are separated by {by}. Save the file with commas.",
        "欄位以 {by} 分隔。請以逗號分隔並儲存檔案。",
        "列以 {by} 分隔。请以逗号分隔并保存文件。",
    ];
    no_lines => [
        "The file has column names but no lines below them.",
        "檔案只有欄位名稱，下方沒有資料行。",
        "文件只有列名，下方没有数据行。",
    ];
    nothing_for(wanted, found) => [
        "The file has no lines for {wanted}. It has {found}.",
        "沒有任何一行屬於 {wanted}。檔案中有：{found}。",
        "没有任何一行属于 {wanted}。文件中有：{found}。",
    ];
    column_missing(column) => [
        "The column {column} is missing.",
        "缺少欄位 {column}。",
        "缺少列 {column}。",
    ];
    column_twice(column) => [
        "The column {column} appears twice.",
        "欄位 {column} 出現兩次。",
        "列 {column} 出现两次。",
    ];
    column_unknown(column) => [
        "The column {column} isn't recognized. Check its spelling, or remove it.",
        "不認得欄位 {column}。請檢查拼字或移除。",
        "无法识别列 {column}。请检查拼写或删除。",
    ];
    fields(has, columns) => [
        "The line has {has} fields, and the first line names {columns} columns.",
        "此行有 {has} 個欄位，而第一行有 {columns} 個欄位名稱。",
        "此行有 {has} 个字段，而第一行有 {columns} 个列名。",
    ];
    unreadable(why) => [
        "The line can't be read ({why}).",
        "無法讀取此行（{why}）。",
        "无法读取此行（{why}）。",
    ];
    unclosed(column) => [
        "{column} continues on the next lines. A quotation mark isn't closed.",
        "{column} 延續到後面數行，有引號未關閉。",
        "{column} 延续到后面几行，有引号未关闭。",
    ];
    empty(column) => ["{column} is empty.", "{column} 是空的。", "{column} 是空的。"];
    invalid(column, text, wanted) => [
        "{column} “{text}” isn't valid. Enter {wanted}.",
        "{column}「{text}」無效。請輸入{wanted}。",
        "{column}“{text}”无效。请输入{wanted}。",
    ];
    comma(text) => [
        "The price “{text}” has a comma. Use a decimal point and no thousands separators.",
        "價格「{text}」含有逗號。請使用小數點，且不加千分位符號。",
        "价格“{text}”含有逗号。请使用小数点，且不加千位分隔符。",
    ];
    below(column, other) => [
        "{column} is below {other}.",
        "{column} 小於 {other}。",
        "{column} 小于 {other}。",
    ];
    differs(column) => [
        "{column} differs from an earlier line about the same member.",
        "{column} 與同一成員先前的行不同。",
        "{column} 与同一成员之前的行不同。",
    ];
    twice(text, line) => [
        "{text} is already on line {line}.",
        "{text} 已出現在第 {line} 行。",
        "{text} 已出现在第 {line} 行。",
    ];
    taken(text) => [
        "Another member has {text}.",
        "{text} 已屬於其他成員。",
        "{text} 已属于其他成员。",
    ];

    in_use(text, by) => [
        "{by} has associated {text}, so this location must stay in its country.",
        "{by} 已關聯 {text}，因此其位置必須維持在原國家/地區。",
        "{by} 已关联 {text}，因此其位置必须保持在原国家/地区。",
    ];

    account_taken(text) => [
        "{text} already has an account, and isn't a user of this customer.",
        "{text} 已有帳戶，且不是此客戶的使用者。",
        "{text} 已有帐户，且不是此客户的用户。",
    ];
    user_removed(text) => [
        "{text} was removed from this customer's users and can be restored: see Removed users.",
        "{text} 已從此客戶的使用者中移除，可以還原：請查看「已移除的使用者」。",
        "{text} 已从此客户的用户中移除，可以还原：请查看“已移除的用户”。",
    ];
    holder_blocked(text) => [
        "{text} is blocked and can't get licenses.",
        "{text} 已遭封鎖，無法取得授權。",
        "{text} 已被阻止，无法获得许可证。",
    ];
    none_left(text) => [
        "No licenses of {text} are left. Buy more, or withdraw some first.",
        "{text} 已沒有可用的授權。請先加購或收回授權。",
        "{text} 已没有可用的许可证。请先加购或收回许可证。",
    ];

    other_kind(column, text, other) => [
        "{column}: {other} isn't the same kind of product as {text}. Base products and upgrade targets must be of the same kind.",
        "{column}：{other} 與 {text} 的種類不同。基底產品與升級目標必須是同一種類。",
        "{column}：{other} 与 {text} 的种类不同。基础产品与升级目标必须是同一种类。",
    ];
    add_on_as_base(text, of) => [
        "Bases: {text} is the base of {of}, but it's an add-on itself. An add-on can't be a base product.",
        "Bases：{text} 是 {of} 的基底產品，本身又是附加元件。附加元件不能作為基底產品。",
        "Bases：{text} 是 {of} 的基础产品，本身又是附加产品。附加产品不能作为基础产品。",
    ];
    circle(text) => [
        "UpgradeTargets form a loop: {text}. Remove one of these targets.",
        "UpgradeTargets 繞回起點：{text}。請移除其中一個目標。",
        "UpgradeTargets 绕回起点：{text}。请删除其中一个目标。",
    ];

    // What a field should be.
    an_mpn => ["an MPN ID, such as 5120901", " MPN ID，例如 5120901", " MPN ID，例如 5120901"];
    a_name => ["a name", "名稱", "名称"];
    an_account => [
        "a work account, such as mpn@contoso.example",
        "工作帳戶，例如 mpn@contoso.example",
        "工作帐户，例如 mpn@contoso.example",
    ];
    a_country => ["a country or region, such as TW", "國家/地區，例如 TW", "国家/地区，例如 TW"];
    a_status => ["active or inactive", " active 或 inactive", " active 或 inactive"];
    a_hash => [
        "an argon2id hash in PHC format",
        " PHC 格式的 argon2id 雜湊",
        " PHC 格式的 argon2id 哈希",
    ];
    a_market => ["a market, such as TW", "市場，例如 TW", "市场，例如 TW"];
    a_segment => ["a segment, such as Commercial", "區隔，例如 Commercial", "细分市场，例如 Commercial"];
    a_product => [
        "twelve letters and digits, such as CFQ7TTC0LH18",
        "十二個字母與數字，例如 CFQ7TTC0LH18",
        "十二个字母与数字，例如 CFQ7TTC0LH18",
    ];
    a_sku => [
        "four characters, such as 0001 (spreadsheets drop leading zeros)",
        "四個字元，例如 0001（試算表會去掉開頭的零）",
        "四个字符，例如 0001（电子表格会去掉开头的零）",
    ];
    a_term => ["P1M, P1Y, or P3Y", " P1M、P1Y 或 P3Y", " P1M、P1Y 或 P3Y"];
    a_plan => [
        "Monthly, Annual, Triennial, or None",
        " Monthly、Annual、Triennial 或 None",
        " Monthly、Annual、Triennial 或 None",
    ];
    a_currency => ["a currency, such as EUR", "貨幣，例如 EUR", "货币，例如 EUR"];
    a_price => ["a price in this currency, such as 12.50", "此貨幣的價格，例如 12.50", "此货币的价格，例如 12.50"];
    licenses => ["a whole number of licenses", "授權數（整數）", "许可证数（整数）"];
    a_kind => [
        "a kind of product: license, platform, reservation, or software",
        "產品種類：license、platform、reservation 或 software",
        "产品种类：license、platform、reservation 或 software",
    ];
    yes_or_no => ["yes or no", "yes 或 no", "yes 或 no"];
    an_offer => [
        "a product and its SKU, such as CFQ7TTC0LH18:0001",
        "產品與其 SKU，例如 CFQ7TTC0LH18:0001",
        "产品与其 SKU，例如 CFQ7TTC0LH18:0001",
    ];
    listed => [
        "a product in the catalog. Import the price sheet first",
        "目錄中的產品；請先匯入價目表",
        "目录中的产品；请先导入价目表",
    ];
    another => [
        "a product other than the line's own",
        "本行以外的其他產品",
        "本行以外的其他产品",
    ];
    an_own_address => [
        "an address in the customer's domain",
        "客戶網域中的地址",
        "客户域中的地址",
    ];
    a_role => [
        "a role: global_admin, billing_admin, or user",
        "角色：global_admin、billing_admin 或 user",
        "角色：global_admin、billing_admin 或 user",
    ];
    a_given_role => [
        "roles that you can assign",
        "您可以授予的角色",
        "你可以授予的角色",
    ];
    subscribed => [
        "a product for which the customer has an active subscription",
        "客戶有使用中訂閱的產品",
        "客户有有效订阅的产品",
    ];
    a_date => ["a date, such as 2026-01-31T00:00:00Z", "日期，例如 2026-01-31T00:00:00Z", "日期，例如 2026-01-31T00:00:00Z"];
    a_uuid => [
        "a UUID, such as 3b555118-da6a-4418-894f-7df1e2096870",
        " UUID，例如 3b555118-da6a-4418-894f-7df1e2096870",
        " UUID，例如 3b555118-da6a-4418-894f-7df1e2096870",
    ];

    // Notices.
    done_discarded => [
        "Import discarded. Nothing was changed.",
        "已捨棄匯入，未變更任何內容。",
        "已放弃导入，未更改任何内容。",
    ];
}
