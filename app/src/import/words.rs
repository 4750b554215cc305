//! Words of imports.

use tierline_core::import::{Kind, Phase, Status};

use super::model::{Counts, ImportRow};
use crate::i18n::{Lang, messages, number};

/// The label of a field, for messages about it.
#[must_use]
pub(crate) fn field(lang: Lang, field: &str) -> Option<&'static str> {
    match field {
        "file" => Some(file(lang)),
        "markets" => Some(markets(lang)),
        "segment" => Some(segment(lang)),
        _ => None,
    }
}

/// What the file holds.
#[must_use]
pub fn of_kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Registry => registry(lang),
        Kind::PriceSheet => price_sheet(lang),
        Kind::PriceList => price_list(lang),
        Kind::ProductDetails => product_details(lang),
        Kind::Users => users(lang),
    }
}

/// What the server does.
#[must_use]
pub fn phase(lang: Lang, phase: Phase) -> &'static str {
    match phase {
        Phase::Waiting => waiting(lang),
        Phase::Reading => reading(lang),
        Phase::Comparing => comparing(lang),
        Phase::Writing => writing(lang),
    }
}

/// A number, grouped.
#[must_use]
pub fn counted(count: u64) -> String {
    number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// What was found, or nothing yet.
#[must_use]
pub fn result_of(lang: Lang, row: &ImportRow) -> String {
    let Counts {
        added,
        changed,
        ended,
        same,
        wrong,
        ..
    } = row.counts;
    match row.status {
        Status::Checking | Status::Failed => String::new(),
        Status::Wrong => wrong_lines(lang, counted(wrong)),
        _ => found(
            lang,
            counted(added),
            counted(changed),
            counted(ended),
            counted(same),
        ),
    }
}

messages! {
    imports => ["Imports", "匯入記錄", "导入记录"];
    imports_lead => [
        "Every file that was imported or checked, with the user who started it and the changes it made.",
        "每個匯入或僅檢查過的檔案，包括由誰進行，以及變更了什麼。",
        "每个导入或仅检查过的文件，包括由谁进行，以及更改了什么。",
    ];
    search_imports => ["Search by file name", "搜尋檔案名稱", "搜索文件名"];
    file => ["File", "檔案", "文件"];
    kind => ["Contents", "內容", "内容"];
    any_kind => ["Any contents", "所有內容", "所有内容"];
    registry => ["MPN registry", "MPN 登錄", "MPN 登记册"];
    price_sheet => ["Price sheet", "價目表", "价目表"];
    price_list => ["Own price list", "自有價目表", "自有价目表"];
    product_details => ["Product details", "產品詳細資料", "产品详细信息"];
    users => ["Users", "使用者", "用户"];
    result => ["Result", "結果", "结果"];
    status => ["Status", "狀態", "状态"];
    any_status => ["Any status", "所有狀態", "所有状态"];
    by => ["Started by", "開始者", "开始者"];
    at => ["Started", "開始時間", "开始时间"];
    one_import => ["1 import", "1 項匯入", "1 项导入"];
    several_imports(count) => ["{count} imports", "{count} 項匯入", "{count} 项导入"];
    none => ["No imports yet", "尚未匯入任何檔案", "尚未导入任何文件"];
    none_why => [
        "Members of the MPN registry and price sheets are imported from files.",
        "MPN 登錄的成員與價目表可由檔案匯入。",
        "MPN 登记册的成员与价目表可由文件导入。",
    ];
    none_found => ["No imports match", "沒有符合的匯入", "没有符合的导入"];
    none_found_why => [
        "No import matches your search and filters.",
        "沒有符合搜尋與篩選條件的匯入。",
        "没有符合搜索和筛选条件的导入。",
    ];
    show_all => ["Show all imports", "顯示所有匯入", "显示所有导入"];

    // States.
    checking => ["Checking", "檢查中", "正在检查"];
    checked => ["Ready to apply", "可套用", "可应用"];
    has_wrong_lines => ["Has errors", "有錯誤的行", "有错误的行"];
    applying => ["Applying", "套用中", "正在应用"];
    applied => ["Applied", "已套用", "已应用"];
    discarded => ["Discarded", "已捨棄", "已放弃"];
    failed => ["Failed", "失敗", "失败"];

    // Phases.
    waiting => ["Waiting for its turn", "等候處理", "等待处理"];
    reading => ["Reading the file", "正在讀取檔案", "正在读取文件"];
    comparing => [
        "Comparing the lines with what is stored",
        "正在將各行與已儲存的內容比對",
        "正在将各行与已存储的内容比对",
    ];
    writing => ["Writing the changes", "正在寫入變更", "正在写入更改"];
    progress => ["Progress of the import", "匯入進度", "导入进度"];
    refresh => ["Refresh", "重新整理", "刷新"];
    under_way_what => [
        "You can leave this page. The import continues even if the server restarts.",
        "您可以離開此頁。匯入會繼續進行，即使伺服器重新啟動。",
        "你可以离开此页。导入会继续进行，即使服务器重启。",
    ];

    // Results.
    wrong_lines(count) => ["Lines with errors: {count}", "錯誤的行：{count}", "错误的行：{count}"];
    found(added, changed, ended, same) => [
        "New: {added}, changed: {changed}, ended: {ended}, unchanged: {same}",
        "新增：{added}，變更：{changed}，結束：{ended}，未變更：{same}",
        "新增：{added}，更改：{changed}，结束：{ended}，未更改：{same}",
    ];
    read_lines => ["Lines", "行數", "行数"];
    size => ["Size", "大小", "大小"];
    kilobytes(number) => ["{number} KB", "{number} KB", "{number} KB"];
    choice => ["Imported part", "匯入範圍", "导入范围"];
    same => ["Unchanged", "未變更", "未更改"];
    would_change => ["Changes to be made", "將會變更的內容", "将要更改的内容"];
    was_changed => ["Changes made", "已變更的內容", "已更改的内容"];
    would_have_changed => ["Changes it would have made", "原本會變更的內容", "原本会更改的内容"];
    nothing_to_change => [
        "Everything in the file is already stored.",
        "檔案中的內容都已儲存。",
        "文件中的内容都已存储。",
    ];
    wrong_what => [
        "Nothing was changed because some lines have errors. Correct them in the file, then upload it again.",
        "因為有錯誤的行，所以未變更任何內容。請在檔案中修正後重新上傳。",
        "因为有错误的行，所以未更改任何内容。请在文件中修正后重新上传。",
    ];
    failed_what => [
        "Nothing was changed because the server failed. Upload the file again, or contact the people who run the server.",
        "伺服器發生問題，因此未變更任何內容。請重新上傳檔案，或洽詢伺服器的管理者。",
        "服务器发生问题，因此未更改任何内容。请重新上传文件，或咨询服务器的管理者。",
    ];
    renewed_what => [
        "Nothing has been applied yet. Stored data changed after the file was checked, so it was compared again. Review the result, then apply it if it's right.",
        "尚未套用。檢查檔案後，已儲存的內容有所變更，因此重新比對。請查看結果，確認無誤後再套用。",
        "尚未应用。检查文件后，已存储的内容有所更改，因此重新比对。请查看结果，确认无误后再应用。",
    ];
    applied_by(name) => ["Applied by {name}", "由 {name} 套用", "由 {name} 应用"];
    discarded_by(name) => ["Discarded by {name}", "由 {name} 捨棄", "由 {name} 放弃"];
    apply => ["Apply", "套用", "应用"];
    apply_named(name) => ["Apply {name}?", "要套用 {name} 嗎？", "要应用 {name} 吗？"];
    done_of(done, all) => ["{done} of {all} done", "已完成 {done} 項，共 {all} 項", "已完成 {done} 项，共 {all} 项"];
    failed_partly(done) => [
        "The import stopped: {done}. Changes already made are kept. Upload the file again: lines that are already done won't change.",
        "匯入已中止：{done}。已完成的部分會保留。請重新上傳檔案：已存在的內容維持不變。",
        "导入已中止：{done}。已完成的部分会保留。请重新上传文件：已存在的内容保持不变。",
    ];
    apply_in_steps => [
        "The changes are made step by step, in your name. Lines that can no longer be applied by then are skipped and listed with the reason.",
        "變更會以您的名義分步完成。屆時已無法執行的行會略過，並列出原因。",
        "更改会以你的名义分步完成。届时已无法执行的行会略过，并列出原因。",
    ];
    apply_what => [
        "Either all changes are made, in your name, or none are.",
        "所有變更會以您的名義一次完成，否則完全不變更。",
        "所有更改会以你的名义一次完成，否则完全不更改。",
    ];
    discard => ["Discard", "捨棄", "放弃"];
    upload_again => ["Upload another file", "上傳其他檔案", "上传其他文件"];

    // Lines.
    lines => ["Lines", "各行", "各行"];
    lines_of(name) => ["Lines in {name}", "{name} 的各行", "{name} 的各行"];
    all_lines(count) => ["Show all {count}", "顯示全部 {count} 項", "显示全部 {count} 项"];
    line => ["Line", "行", "行"];
    effect => ["Effect", "作用", "作用"];
    any_effect => ["Any effect", "所有作用", "所有作用"];
    subject => ["About", "對象", "对象"];
    detail => ["Field", "項目", "项目"];
    before => ["Before", "之前", "之前"];
    after => ["After", "之後", "之后"];
    reason => ["Reason", "原因", "原因"];
    wrong => ["Error", "錯誤", "错误"];
    added => ["New", "新增", "新增"];
    changed => ["Changed", "已變更", "已更改"];
    ended => ["Ended", "已結束", "已结束"];
    // What the operator has decided stays, whatever a price sheet says.
    stays_withdrawn => ["Stays withdrawn", "維持停售", "维持停售"];
    limits_stay => ["Your limits stay", "維持您的限制", "维持你的限制"];
    limits_unpriced => [
        "Your limits stay, some without prices",
        "維持您的限制，但部分無價格",
        "维持你的限制，但部分无价格",
    ];
    below_sold => ["Conflicts with quantities already sold", "不符合已售數量", "不符合已售数量"];
    unpriced => ["Some limits without prices", "部分限制無價格", "部分限制无价格"];
    search_user_lines => [
        "Search by account or product",
        "依帳戶或產品搜尋",
        "按帐户或产品搜索",
    ];
    search_lines => [
        "Search by account, MPN ID, or product",
        "依帳戶、MPN ID 或產品搜尋",
        "按帐户、MPN ID 或产品搜索",
    ];
    one_line => ["1 line", "1 行", "1 行"];
    several_lines(count) => ["{count} lines", "{count} 行", "{count} 行"];
    no_lines => ["No lines match", "沒有符合的行", "没有符合的行"];
    no_lines_why => [
        "No line matches your search and filters.",
        "沒有符合搜尋與篩選條件的行。",
        "没有符合搜索和筛选条件的行。",
    ];
    show_all_lines => ["Show all lines", "顯示所有行", "显示所有行"];

    // Beginning.
    begin => ["Upload and check", "上傳並檢查", "上传并检查"];
    uploading => ["Uploading the file", "正在上傳檔案", "正在上传文件"];
    file_hint => [
        "CSV in UTF-8, up to 64 MB. We check the file first, and nothing changes until you apply it.",
        "UTF-8 編碼的 CSV，最大 64 MB。檔案會先檢查，在您套用之前不會變更任何內容。",
        "UTF-8 编码的 CSV，最大 64 MB。文件会先检查，在你应用之前不会更改任何内容。",
    ];
    markets => ["Markets", "市場", "市场"];
    markets_hint => [
        "Two-letter codes separated by commas, such as TW, DE. Lines for other markets are skipped.",
        "兩個字母的代碼，以逗號分隔，例如 TW, DE。其他市場的行會略過。",
        "两个字母的代码，以逗号分隔，例如 TW, DE。其他市场的行会略过。",
    ];
    segment => ["Segment", "區隔", "细分市场"];
    removed_users => ["Removed users", "已移除的使用者", "已移除的用户"];
    import_users => ["Import users", "匯入使用者", "导入用户"];
    import_users_lead => [
        "Add users, and assign and withdraw licenses, from a file. Existing users stay the same, and get or lose the licenses listed on their line.",
        "由檔案新增使用者，並指派與收回授權。已存在的使用者維持不變，並依其行中所列取得或失去授權。",
        "由文件新增用户，并分配与收回许可证。已存在的用户保持不变，并按其行中所列获得或失去许可证。",
    ];
    user_columns => [
        "The columns are user_name, name, roles, products, and withdraw. The user gets licenses for the products listed under products, and loses those listed under withdraw. Separate roles (billing_admin, user) and products (by name, or product and SKU) with semicolons. The last three columns are optional.",
        "欄位為 user_name、name、roles、products 與 withdraw：使用者取得授權的產品，以及失去授權的產品。角色（billing_admin、user）與產品（名稱，或產品與 SKU）以分號分隔。後三個欄位可以省略。",
        "列为 user_name、name、roles、products 与 withdraw：用户获得许可证的产品，以及失去许可证的产品。角色（billing_admin、user）与产品（名称，或产品与 SKU）以分号分隔。后三列可以省略。",
    ];
    user_passwords => [
        "An import doesn't set passwords. To let a new user sign in, open the user and reset the password.",
        "匯入不會給任何人密碼。若要讓新使用者登入，請開啟該使用者並重設密碼。",
        "导入不会给任何人密码。若要让新用户登录，请打开该用户并重置密码。",
    ];
    open_first => [
        "An import isn't finished yet. Apply or discard it first.",
        "尚有一項匯入未完成。請先套用或捨棄。",
        "尚有一项导入未完成。请先应用或放弃。",
    ];
    open_it => ["Open it", "開啟", "打开"];
    earlier => ["Earlier imports", "先前的匯入", "之前的导入"];
    no_earlier => ["No imports here yet.", "此處尚未匯入任何檔案。", "此处尚未导入任何文件。"];
    all_imports => ["All imports", "所有匯入", "所有导入"];
}
