//! The words of the catalog, for the operator.

use crate::{
    catalog::model::Origin,
    i18n::{Lang, messages},
};

/// Where a product comes from.
#[must_use]
pub fn of_origin(lang: Lang, origin: Origin) -> &'static str {
    match origin {
        Origin::PriceSheet => price_sheet(lang),
        Origin::PriceList => price_list(lang),
        Origin::Demo => demo(lang),
    }
}

messages! {
    title => ["Catalog", "產品目錄", "产品目录"];
    lead => [
        "Every product that partners can order, with today's prices and limits.",
        "合作夥伴可訂購的所有產品，以及目前的價格與限制。",
        "合作伙伴可订购的所有产品，以及目前的价格与限制。",
    ];
    import => ["Import price sheet", "匯入價目表", "导入价目表"];
    import_lead => [
        "Check the program's price sheet, see which prices change, and apply it.",
        "檢查計畫的價目表、查看哪些價格會變更，然後套用。",
        "检查计划的价目表、查看哪些价格会更改，然后应用。",
    ];
    import_list => ["Import own price list", "匯入自有價目表", "导入自有价目表"];
    import_list_lead => [
        "Check a simple list of your own, see what changes, and apply it. Products missing from the list stay in the catalog.",
        "檢查您自己的簡易價目表、查看變更，然後套用。其中沒有的產品會保留。",
        "检查你自己的简易价目表、查看更改，然后应用。其中没有的产品会保留。",
    ];
    import_details => ["Import product details", "匯入產品詳細資料", "导入产品详细信息"];
    import_details_lead => [
        "Check a file with details missing from the price sheet: kinds, limits, base products of add-ons, and upgrade targets. See what changes, and apply it.",
        "檢查價目表所缺內容的檔案：種類、限制、附加元件的基底產品與升級目標。查看變更，然後套用。",
        "检查价目表所缺内容的文件：种类、限制、附加产品的基础产品与升级目标。查看更改，然后应用。",
    ];
    details_columns => [
        "The first line names the columns: ProductId and SkuId. Optional: Kind (license, platform, reservation, or software), Minimum, Maximum, PerCustomer, OnePerCustomer (yes or no), Bases, and UpgradeTargets (products separated by spaces).",
        "第一行為欄位名稱：ProductId 與 SkuId。選填：Kind（license、platform、reservation 或 software）、Minimum、Maximum、PerCustomer、OnePerCustomer（yes 或 no）、Bases 與 UpgradeTargets（以空格分隔的產品）。",
        "第一行为列名：ProductId 与 SkuId。选填：Kind（license、platform、reservation 或 software）、Minimum、Maximum、PerCustomer、OnePerCustomer（yes 或 no）、Bases 与 UpgradeTargets（以空格分隔的产品）。",
    ];
    details_line => [
        "Each line lists all details of its product, and empty columns remove the stored values. Products missing from the file stay the same, and so do limits that you set yourself.",
        "一行包含該產品的全部內容：留空的項目會移除。檔案中沒有的產品維持不變，您自行設定的限制也會保留。",
        "一行包含该产品的全部内容：留空的项目会删除。文件中没有的产品保持不变，你自行设置的限制也会保留。",
    ];
    list_columns => [
        "The first line names the columns: sku (a UUID), part_number, name, and maximum (licenses in one subscription). Optional: minimum, per_customer, one_per_customer, sold (yes or no), and one for each currency with the price of a license for a month.",
        "第一行為欄位名稱：sku（UUID）、part_number、name 與 maximum（每項訂閱的授權數）。選填：minimum、per_customer、one_per_customer、sold（yes 或 no），以及每種貨幣一欄，為每份授權每月的價格。",
        "第一行为列名：sku（UUID）、part_number、name 与 maximum（每个订阅的许可证数）。选填：minimum、per_customer、one_per_customer、sold（yes 或 no），以及每种货币一列，为每份许可证每月的价格。",
    ];
    imports => ["Earlier imports", "先前的匯入", "之前的导入"];
    search => ["Search by name or part number", "搜尋名稱或產品編號", "搜索名称或部件号"];
    product => ["Product", "產品", "产品"];
    part_number => ["Part number", "產品編號", "部件号"];
    availability => ["Availability", "供應狀態", "供应状态"];
    any_availability => ["Sold or not", "不限是否販售", "不限是否销售"];
    sold => ["Sold", "販售中", "在售"];
    not_sold => ["Not sold", "未販售", "未销售"];
    market => ["Market", "市場", "市场"];
    all_markets => ["All markets", "所有市場", "所有市场"];
    any_market => ["Any market", "所有市場", "所有市场"];
    origin => ["From", "來源", "来源"];
    any_origin => ["Any source", "所有來源", "所有来源"];
    price_sheet => ["Price sheet", "價目表", "价目表"];
    price_list => ["Own price list", "自有價目表", "自有价目表"];
    demo => ["Sample figures", "示範數字", "演示数字"];
    price => ["Per license per month", "每份授權每月", "每份许可证每月"];
    minimum => ["Minimum", "最少", "最少"];
    maximum => ["Maximum", "最多", "最多"];
    per_customer => ["Per customer", "每位客戶", "每位客户"];
    no_limit => ["No limit", "不限", "不限"];
    one_only => ["One subscription per customer", "每位客戶一個訂閱", "每位客户一个订阅"];
    one_product => ["1 product", "1 項產品", "1 个产品"];
    several_products(count) => ["{count} products", "{count} 項產品", "{count} 个产品"];
    none => ["The catalog is empty", "目錄是空的", "目录是空的"];
    none_why => [
        "Import the program's price sheet so that partners can order its products.",
        "請匯入計畫的價目表，讓合作夥伴可以訂購其中的產品。",
        "请导入计划的价目表，让合作伙伴可以订购其中的产品。",
    ];
    none_found => ["No products match", "沒有符合的產品", "没有符合的产品"];
    none_found_why => [
        "No products match your search and filters.",
        "篩選條件沒有符合的結果。請試試其他條件。",
        "筛选条件没有符合的结果。请试试其他条件。",
    ];
    show_all => ["Show all products", "顯示所有產品", "显示所有产品"];
    prices => ["Prices", "價格", "价格"];
    prices_today => [
        "Today's prices per license for the whole term.",
        "整個期限每份授權的目前價格。",
        "整个期限内每份许可证的目前价格。",
    ];
    no_prices => ["There's no price today.", "目前沒有價格。", "目前没有价格。"];
    show_market => ["Show", "顯示", "显示"];
    offer => ["Offer", "方案", "方案"];
    licenses => ["Licenses", "授權", "许可证"];
    partner_price => ["Partner price", "合作夥伴價格", "合作伙伴价格"];
    retail_price => ["Retail price", "零售價格", "零售价格"];
    until => ["Until", "至", "至"];
    limits => ["Limits", "限制", "限制"];
    from(minimum) => ["{minimum} or more", "{minimum} 起", "{minimum} 起"];
    from_to(minimum, maximum) => ["{minimum} to {maximum}", "{minimum} 到 {maximum}", "{minimum} 到 {maximum}"];
    up_to_per_customer(maximum) => ["up to {maximum} per customer", "每位客戶最多 {maximum}", "每个客户最多 {maximum}"];
    only_one => ["one subscription per customer", "每位客戶一個訂閱", "每个客户一个订阅"];
    yes => ["Yes", "是", "是"];
    no => ["No", "否", "否"];
}
