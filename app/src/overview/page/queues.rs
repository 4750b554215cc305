//! The queues of the operator's work: how much waits, for how long, and who has taken it.

use leptos::prelude::*;

use crate::{
    i18n::{Lang, Moment},
    overview::{model::Queue, words},
    ui::{Count, Deadline, Section, Table},
};

/// The table of the queues; nothing for a user who has none.
pub(super) fn queues(lang: Lang, queues: Vec<Queue>) -> Option<AnyView> {
    if queues.is_empty() {
        return None;
    }
    let rows = queues.into_iter().map(|queue| line(lang, queue));
    let rows = rows.collect_view();
    Some(
        view! {
            <Section title=words::queues(lang)>
                <Table caption=words::queues(lang)>
                    <thead>
                        <tr>
                            <th scope="col">{words::queue(lang)}</th>
                            <th scope="col" class="numeric">{words::queue_open(lang)}</th>
                            <th scope="col" class="numeric">{words::queue_mine(lang)}</th>
                            <th scope="col" class="numeric">{words::queue_unassigned(lang)}</th>
                            <th scope="col">{words::queue_oldest(lang)}</th>
                            <th scope="col">{words::queue_due(lang)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </Table>
            </Section>
        }
        .into_any(),
    )
}

fn line(lang: Lang, queue: Queue) -> impl IntoView {
    let oldest = queue
        .oldest
        .map(|at| view! { <Moment at=at day=true short=true/> });
    let due = queue
        .due
        .map(|at| view! { <Deadline at=at bare=true short=true/> });
    view! {
        <tr>
            <th scope="row"><a href=queue.list>{queue.title}</a></th>
            <td class="numeric cell-value" data-label=words::queue_open(lang)><Count n=queue.count/></td>
            <td class="numeric" data-label=words::queue_mine(lang)>
                <a href=queue.mine_list><Count n=queue.mine/></a>
            </td>
            <td class="numeric" data-label=words::queue_unassigned(lang)>
                <a href=queue.unassigned_list><Count n=queue.unassigned/></a>
            </td>
            <td class="cell-second" data-label=words::queue_oldest(lang)>{oldest}</td>
            <td class="cell-last" data-label=words::queue_due(lang)>{due}</td>
        </tr>
    }
}
