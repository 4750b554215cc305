//! The words of this area.

use crate::i18n::messages;

messages! {
    about => [
        "Countries and regions where you can do business, with their currencies",
        "您可以開展業務的國家/地區及其貨幣",
        "你可以开展业务的国家/地区及其货币",
    ];
    title => ["CSP country and regions", "CSP 國家/地區與地區", "CSP 国家/地区和区域"];
    lead_partner => [
        "Your legal business address determines the partners that you can work with and the places where you can do CSP business.",
        "您的法定商業地址決定您可以合作的合作夥伴，以及您可以進行 CSP 業務的地區。",
        "你的法定业务地址决定你可以合作的合作伙伴，以及你可以在其中开展 CSP 业务的区域。",
    ];
    lead_customer => [
        "Your legal business address determines the partners that can sell to you, and the currency that you pay in.",
        "您的法定商業地址決定可以向您銷售的合作夥伴，以及您付款的貨幣。",
        "你的法定业务地址决定可以向你销售的合作伙伴，以及你付款的货币。",
    ];
    lead_operator => [
        "Partners and customers have to be in the same region. Customers pay in the currency of their country/region.",
        "合作夥伴與客戶必須位於同一地區。客戶以其國家/地區的貨幣付款。",
        "合作伙伴与客户必须位于同一区域。客户以其国家/地区的货币付款。",
    ];
    own_country => ["Your country/region", "您的國家/地區", "你的国家/地区"];
    own_region => ["Your CSP region", "您的 CSP 地區", "你的 CSP 区域"];
    own_currency => ["Your currency", "您的貨幣", "你的货币"];
    search => ["Search by name or code", "依名稱或代碼搜尋", "按名称或代码搜索"];
    country => ["Country/region", "國家/地區", "国家/地区"];
    code => ["Code", "代碼", "代码"];
    region => ["CSP region", "CSP 地區", "CSP 区域"];
    any_region => ["All regions", "所有地區", "所有区域"];
    currency => ["Currency", "貨幣", "货币"];
    nothing_sold => ["No sales", "不銷售", "不销售"];
    one_country => ["1 country/region", "1 個國家/地區", "1 个国家/地区"];
    several_countries(count) => ["{count} countries/regions", "{count} 個國家/地區", "{count} 个国家/地区"];
    none_found => ["No country/region found", "找不到國家/地區", "找不到国家/地区"];
    none_found_why => [
        "No country/region of the program in your region matches the search.",
        "您的地區中沒有符合搜尋的國家/地區。",
        "你的区域中没有与搜索匹配的国家/地区。",
    ];
    show_all => ["Show all", "顯示全部", "全部显示"];
}
