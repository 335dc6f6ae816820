//! Documents in Russian.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, SheetWords, ShippingWords, Statuses, Totals, event, one_of,
};
use crate::text::buyer::words::plural::east_slavic;

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Русский",
    colon: ": ",
    payment_schedule: "График платежей",
    deposit_policy: "Условия предоплаты",
    to: "Покупатель",
    seller: "Продавец",
    buyer: "Покупатель",
    proforma_invoice: "Счёт-проформа",
    proforma_date: "Дата счёта-проформы",
    product: "Товар",
    delivery_terms: "Условия поставки",
    contract_total: "Сумма контракта",
    payment_terms: "Условия оплаты",
    means_of_payment: "Форма оплаты",
    currency: "Валюта",
    issued_on: |date| format!("Дата составления: {date}"),
    rows: RowWords {
        deposit: "Предоплата",
        balance: "Окончательный платёж",
        deposit_of: |part, parts| format!("Предоплата, часть {part} из {parts}"),
        balance_of: |part, parts| format!("Окончательный платёж {part} из {parts}"),
        payment: "Платёж",
        instalment: |part| format!("Платёж {part}"),
    },
    columns: ColumnTitles {
        number: "№",
        due: "Срок оплаты",
        description: "Назначение",
        share: "Доля",
        amount: "Сумма",
        paid: "Оплачено",
        status: "Статус",
        balance_after: "Остаток к оплате",
    },
    totals: Totals {
        total: "Итого",
        paid: "Всего оплачено",
        open: "К оплате",
        over: "Переплата",
        bank_fees: "Принятые банковские комиссии",
        difference: "Расхождение с суммой контракта",
    },
    statuses: Statuses {
        paid: "Оплачено",
        due: "Срок наступил",
        overdue: "Просрочено",
        part_paid: "Оплачено частично",
        upcoming: "Срок не наступил",
    },
    shipping: ShippingWords {
        production_starts: |share| {
            format!("Производство начинается после получения {share} от суммы контракта.")
        },
        goods_ship_after: |days| {
            format!("Отгрузка: через {} после начала производства.", span(days, PeriodUnit::Days))
        },
        ship_by: "Отгрузка не позднее",
        last_true_day: "Последний день поступления предоплаты для отгрузки в срок",
    },
    due: DueWords {
        span,
        after: |span, after| format!("через {span} {after}"),
        then: ", ",
        end_of_month: "в конце месяца, на который приходится этот день",
        day_of_next_month: |day| format!("{day}-го числа месяца, следующего за этим днём"),
        next_day: |days| {
            format!(
                "ближайшего {} числа начиная с этого дня",
                one_of(days, |day| format!("{day}-го"), ", ", " или ")
            )
        },
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event("при подтверждении заказа", "после подтверждения заказа"),
        production_start: event("с началом производства", "после начала производства"),
        goods_ready: event("по готовности товара", "после готовности товара"),
        inspection_passed: event("по прохождении инспекции", "после прохождения инспекции"),
        shipment: event("при отгрузке", "после отгрузки"),
        copy_of_bill_of_lading: event(
            "против представления копии коносамента B/L",
            "после получения копии коносамента B/L",
        ),
        original_documents: event(
            "против представления оригиналов документов",
            "после получения оригиналов документов",
        ),
        arrival: event("по прибытии в порт", "после прибытия в порт"),
        delivery: event("при поставке", "после поставки"),
        acceptance: event("при приёмке", "после приёмки"),
    },
    methods: Methods {
        transfer: "Банковский перевод (T/T)",
        letter_of_credit_at_sight: "Аккредитив с оплатой по предъявлении (L/C)",
        cash_against_documents: "Платёж против документов (CAD)",
    },
    bank: BankWords {
        details: "Банковские реквизиты",
        beneficiary: "Получатель",
        bank: "Банк",
        bank_address: "Адрес банка",
        account: "№ счёта / IBAN",
        swift: "SWIFT / BIC",
        remarks: "Примечания",
        please_quote: |reference| format!("Просим указывать {reference} в назначении каждого платежа."),
        safety: "Если в сообщении указаны другие банковские реквизиты, просим до оплаты позвонить нам по уже известному Вам номеру.",
    },
    policy: PolicyHeadings {
        why: "Почему мы просим внести предоплату",
        how_much: "Размер и сроки",
        used_for: "На что направляется предоплата",
        protection: "Как защищена Ваша предоплата",
        changes: "При изменении или отмене заказа",
        questions: "По вопросам обращайтесь",
    },
    sheets: SheetWords {
        account_card: "Наши банковские реквизиты",
        exact_name: "Укажите получателя в точности так, как написано здесь: многие банки сверяют наименование с номером счёта.",
        never_by_email: "Мы никогда не меняем эти реквизиты по электронной почте.",
        approval_sheet: "Заказ на утверждение",
        agreed_terms: "Согласованные условия",
        quantity: "Количество",
        unit_price: "Цена за единицу",
        lead_time: "Срок изготовления в днях",
        valid_until: "Предложение действительно до",
        open_questions: "Открытые вопросы",
        decision_needed: "Требуемое решение",
        decision: "Решение",
        decide_by: "Решение нужно до",
        approve: "Утвердить заказ на этих условиях.",
        approve_and_pay: |money| {
            format!("Утвердить заказ на этих условиях и произвести первый платёж: {money}.")
        },
    },
    page: PageWords {
        page_of: |page, pages| format!("Страница {page} из {pages}"),
        for_seller: "От продавца",
        for_buyer: "От покупателя",
        name_date_signature: "ФИО, дата, подпись, М.\u{a0}П.",
    },
};

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => east_slavic(count, ["день", "дня", "дней"]),
        PeriodUnit::Weeks => east_slavic(count, ["неделю", "недели", "недель"]),
        PeriodUnit::Months => east_slavic(count, ["месяц", "месяца", "месяцев"]),
    }
}
