//! What came of reading: what was found, what is to decide, what is wrong, and the way on.

use leptos::{ev::Event, html, prelude::*};

use super::{
    message::{Decision, Open, Told, ToldColumn, ToldProblem, ToldRole},
    reading::Reading,
    words,
};
use crate::{i18n::format::integer, model::text::Lang};

/// The most problems that stand in the dialog: who has more of them corrects the file and reads it again.
const PROBLEMS: usize = 200;

/// What the dialog says once the files are read.
#[component]
pub(super) fn Outcome(reading: Reading, told: Told, lang: Lang) -> impl IntoView {
    let Told {
        title,
        holds,
        rows_used,
        rows_left_out,
        problems,
        problem_count,
        assumptions,
        questions,
        columns,
        roles,
        ..
    } = told;
    let can_show = rows_used > 0 && !holds.is_empty();
    let found = if can_show {
        words::found(&holds, rows_left_out, lang)
    } else {
        words::nothing_to_show(lang).to_owned()
    };
    let field = NodeRef::<html::Input>::new();
    let take = move |_| {
        let title = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        reading.take(title);
    };
    let show = can_show.then(|| {
        let name = match rows_left_out {
            0 => words::show(lang).to_owned(),
            rows => words::show_without(rows, lang),
        };
        view! {
            <p class="own-data-title">
                <label>
                    <span>{words::data_title(lang)}</span>
                    " "
                    <input
                        type="text"
                        name="title"
                        node_ref=field
                        value=reading.titled(title)
                        on:input=move |event| reading.name(event_target_value(&event))
                    />
                </label>
            </p>
            <p class="buttons">
                <button type="button" class="primary" data-action="show" on:click=take>
                    {name}
                </button>
            </p>
        }
    });
    view! {
        <p>{found}</p>
        {show}
        {(!questions.is_empty()).then(|| view! {
            <section>
                <h3>{words::questions(lang)}</h3>
                <p class="hint">{words::questions_hint(lang)}</p>
                <Opens reading opens=questions name="question" decision=Decision::Answer />
            </section>
        })}
        {(!columns.is_empty()).then(|| view! { <Columns reading columns roles lang /> })}
        {(problem_count > 0).then(|| view! { <Problems problems count=problem_count lang /> })}
        {(!assumptions.is_empty()).then(|| view! {
            <details data-part="assumptions">
                <summary>{format!("{} ({})", words::assumptions(lang), assumptions.len())}</summary>
                <Opens reading opens=assumptions name="assumption" decision=Decision::Correct />
            </details>
        })}
    }
}

/// Things that could mean something else, with the other ways to choose from.
#[component]
fn Opens(
    reading: Reading,
    opens: Vec<Open>,
    /// What fields are called here, before their place.
    name: &'static str,
    decision: fn(u32, u32) -> Decision,
) -> impl IntoView {
    let item = move |Open { place, says, taken, others }: Open| {
        if others.is_empty() {
            return view! { <li>{says}</li> }.into_any();
        }
        let name = format!("{name}-{place}");
        let field = name.clone();
        let changed = move |event: Event| {
            if let Ok(way) = event_target_value(&event).parse() {
                reading.decide(decision(place, way), field.clone());
            }
        };
        let other = |(way, says): (usize, String)| view! { <option value=way.to_string()>{says}</option> };
        view! {
            <li>
                <label>
                    <span>{says}</span>
                    " "
                    <select name=name on:change=changed>
                        <option value="" selected>
                            {taken}
                        </option>
                        {others.into_iter().enumerate().map(other).collect_view()}
                    </select>
                </label>
            </li>
        }
        .into_any()
    };
    view! { <ul class="own-data-opens">{opens.into_iter().map(item).collect_view()}</ul> }
}

/// What each column is for.
#[component]
fn Columns(reading: Reading, columns: Vec<ToldColumn>, roles: Vec<ToldRole>, lang: Lang) -> impl IntoView {
    let column = move |(place, ToldColumn { name, role }): (usize, ToldColumn)| {
        let field = format!("column-{place}");
        let decided = field.clone();
        let changed = move |event: Event| {
            reading.decide(Decision::Column(place as u32, event_target_value(&event)), decided.clone());
        };
        let is_nothing = role.is_empty();
        let one = |ToldRole { name, label }: &ToldRole| {
            let is_it = *name == role;
            view! {
                <option value=name.clone() selected=is_it>
                    {label.clone()}
                </option>
            }
        };
        view! {
            <li>
                <label>
                    <span>{name}</span>
                    " "
                    <select name=field on:change=changed>
                        <option value="" selected=is_nothing>
                            {words::no_role(lang)}
                        </option>
                        {roles.iter().map(one).collect_view()}
                    </select>
                </label>
            </li>
        }
    };
    view! {
        <section data-part="columns">
            <h3>{words::columns(lang)}</h3>
            <ul class="own-data-columns">{columns.into_iter().enumerate().map(column).collect_view()}</ul>
        </section>
    }
}

/// What is wrong, by place.
#[component]
fn Problems(problems: Vec<ToldProblem>, count: u32, lang: Lang) -> impl IntoView {
    let heading = format!("{} ({})", words::problems(lang), integer(i64::from(count), lang));
    let listed = problems.len().min(PROBLEMS);
    let more = count.saturating_sub(listed as u32);
    let row = move |problem: ToldProblem| {
        view! {
            <tr>
                <td>{words::place_of(&problem.file, problem.row, &problem.column, lang)}</td>
                <td>{problem.value}</td>
                <td>
                    {problem.says}
                    {(!problem.detail.is_empty())
                        .then(|| view! { " " <span class="hint" lang="en">{problem.detail}</span> })}
                </td>
            </tr>
        }
    };
    view! {
        <section data-part="problems">
            <h3 id="own-data-problems">{heading}</h3>
            // A region that scrolls is reached by the keyboard.
            <div class="own-data-problems" tabindex="0" role="region" aria-labelledby="own-data-problems">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words::place(lang)}</th>
                            <th scope="col">{words::value(lang)}</th>
                            <th scope="col">{words::what(lang)}</th>
                        </tr>
                    </thead>
                    <tbody>{problems.into_iter().take(PROBLEMS).map(row).collect_view()}</tbody>
                </table>
            </div>
            {(more > 0).then(|| view! { <p class="hint">{words::more_problems(more, lang)}</p> })}
        </section>
    }
}
