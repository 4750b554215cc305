//! The words of the public directory.

use crate::i18n::messages;

messages! {
    title => ["Find a provider", "尋找提供者", "查找提供商"];
    description => [
        "The official list of indirect providers in the Cloud Solution Provider program: who they are, where they are, and what they do for resellers.",
        "雲端解決方案提供者計畫的正式間接提供者清單：他們是誰、位於何處，以及為經銷商提供哪些服務。",
        "云解决方案提供商计划的官方间接提供商列表：他们是谁、位于何处，以及为经销商提供哪些服务。",
    ];
    lead => [
        "Indirect providers, also known as distributors, have a direct relationship with Microsoft and support you as a reseller. Find one in your region, and contact it to discuss its reseller program, level of support, and terms.",
        "間接提供者（也稱為代理商）與 Microsoft 有直接關係，並支援身為經銷商的您。請在您的地區尋找提供者，並與其連絡，討論經銷商計畫、支援等級及條款。",
        "间接提供商（也称为分销商）与 Microsoft 有直接关系，并支持作为经销商的你。请在你的区域查找提供商，并与其联系，讨论经销商计划、支持级别和条款。",
    ];
    search => ["Search by name", "依名稱搜尋", "按名称搜索"];
    place => ["Country/region", "國家/地區", "国家/地区"];
    any_place => ["Anywhere", "任何地方", "任何地方"];
    region_of(region) => ["Region: {region}", "地區：{region}", "区域：{region}"];
    service => ["Service", "服務", "服务"];
    any_service => ["Any service", "任何服務", "任何服务"];
    sort => ["Sort by", "排序依據", "排序依据"];
    by_name => ["Name", "名稱", "名称"];
    near(country) => ["Distance from {country}", "與{country}的距離", "与{country}的距离"];
    one_provider => ["1 provider", "1 家提供者", "1 家提供商"];
    several_providers(count) => ["{count} providers", "{count} 家提供者", "{count} 家提供商"];
    none => ["No providers yet", "尚無提供者", "暂无提供商"];
    none_why => [
        "The directory shows providers as soon as the program operator has approved their listings.",
        "計畫營運者核准提供者資料後，目錄就會顯示。",
        "计划运营方批准提供商资料后，目录就会显示。",
    ];
    none_found => ["No providers found", "找不到提供者", "找不到提供商"];
    none_found_why => [
        "No provider matches your search and filters. Try another country/region.",
        "沒有符合搜尋與篩選條件的提供者。請嘗試其他國家/地區。",
        "没有符合搜索和筛选条件的提供商。请尝试其他国家/地区。",
    ];
    show_all => ["Show all providers", "顯示所有提供者", "显示所有提供商"];
    about => ["About", "關於", "关于"];
    no_services => ["No services listed.", "未列出服務。", "未列出服务。"];
    profile_description(name, countries) => [
        "{name}: indirect provider in the Cloud Solution Provider program. Locations: {countries}.",
        "{name}：雲端解決方案提供者計畫的間接提供者。位置：{countries}。",
        "{name}：云解决方案提供商计划的间接提供商。位置：{countries}。",
    ];
    contact_lead(name) => [
        "Contact {name} directly to discuss its reseller program, level of support, and terms.",
        "請直接與 {name} 連絡，討論經銷商計畫、支援等級及條款。",
        "请直接与 {name} 联系，讨论经销商计划、支持级别和条款。",
    ];
}
