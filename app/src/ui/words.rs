//! The words of the components themselves: labels of common buttons, and names of states.

use crate::i18n::messages;

messages! {
    optional => ["optional", "選填", "可选"];
    show_password => ["Show", "顯示", "显示"];
    hide_password => ["Hide", "隱藏", "隐藏"];
    cancel => ["Cancel", "取消", "取消"];
    close => ["Close", "關閉", "关闭"];
    change => ["Change", "變更", "更改"];
    change_named(what) => ["Change {what}", "變更{what}", "更改{what}"];
    copy => ["Copy to clipboard", "複製到剪貼簿", "复制到剪贴板"];
    copied => ["Copied", "已複製", "已复制"];
    copy_failed => [
        "The browser blocked copying. Select the text and copy it with the keyboard.",
        "瀏覽器不允許複製。請選取文字後以鍵盤複製。",
        "浏览器不允许复制。请选中文本后用键盘复制。",
    ];
    print => ["Print", "列印", "打印"];
    why_not => ["Why you can't do this", "為何無法執行", "为何无法执行"];
    more => ["More actions", "更多動作", "更多操作"];
    more_for(name) => ["More actions for {name}", "{name} 的更多動作", "{name} 的更多操作"];
    loading => ["Loading", "正在載入", "正在加载"];

    search => ["Search", "搜尋", "搜索"];
    apply => ["Apply", "套用", "应用"];
    filters => ["Filters", "篩選", "筛选"];
    filters_set => ["Active filters", "目前的篩選", "当前筛选"];
    take_away(filter) => ["Remove filter {filter}", "移除篩選「{filter}」", "移除筛选“{filter}”"];
    clear => ["Clear filters", "清除篩選", "清除筛选"];
    sorted_ascending => ["sorted ascending", "遞增排序", "升序"];
    sorted_descending => ["sorted descending", "遞減排序", "降序"];
    expand(name) => ["Show details of {name}", "顯示 {name} 的詳細資料", "显示 {name} 的详细信息"];
    collapse(name) => ["Hide details of {name}", "隱藏 {name} 的詳細資料", "隐藏 {name} 的详细信息"];
    pages => ["List pages", "清單頁面", "列表分页"];
    previous => ["Previous", "上一頁", "上一页"];
    next => ["Next", "下一頁", "下一页"];
    shown_of(shown, total) => ["{shown} of {total}", "共 {total} 筆，顯示 {shown} 筆", "共 {total} 条，显示 {shown} 条"];
    shown_of_at_least(shown, total) => ["{shown} of at least {total}", "共至少 {total} 筆，顯示 {shown} 筆", "共至少 {total} 条，显示 {shown} 条"];
    all_shown(total) => ["{total} total", "共 {total} 筆", "共 {total} 条"];

    step_of(step, steps) => ["Step {step} of {steps}", "第 {step} 步，共 {steps} 步", "第 {step} 步，共 {steps} 步"];
    step_done => ["done", "已完成", "已完成"];
    by(name) => ["by {name}", "執行者：{name}", "操作者：{name}"];
    by_for(name, organization) => ["by {name}, {organization}", "執行者：{name}（{organization}）", "操作者：{name}（{organization}）"];
    automatically => ["automatically", "自動", "自动"];
    changed_what => ["Changed", "變更項目", "更改项目"];
    before => ["Before", "變更前", "更改前"];
    after => ["After", "變更後", "更改后"];
    nothing => ["none", "無", "无"];
    expires => ["Expires", "到期", "到期"];
    expired => ["Expired", "已過期", "已过期"];

    draft => ["Draft", "草稿", "草稿"];
    sent => ["Sent", "已傳送", "已发送"];
    opened => ["Opened", "已開啟", "已打开"];
    accepted => ["Accepted", "已接受", "已接受"];
    declined => ["Declined", "已拒絕", "已拒绝"];
    canceled => ["Canceled", "已取消", "已取消"];
    enrolling => ["Enrolling", "註冊中", "注册中"];
    qualified => ["Qualified", "已符合資格", "已合格"];
    active => ["Active", "使用中", "有效"];
    deleted => ["Deleted", "已刪除", "已删除"];
    offboarding => ["Offboarding", "正在移出", "正在移出"];
    suspended => ["Suspended", "已暫停", "已暂停"];
    ending => ["Ending", "即將結束", "即将结束"];
    ended => ["Ended", "已結束", "已结束"];
    not_granted => ["Not granted", "未授與", "未授予"];
    in_force => ["Active", "有效", "有效"];
    taken_away => ["Removed", "已移除", "已移除"];
}
