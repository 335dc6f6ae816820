//! Documents in Spanish, for Spain, for Mexico and for the rest of America.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, SheetWords, ShippingWords, Statuses, Totals, event, one_of,
};
use crate::text::buyer::words::plural::one_other;

pub(crate) static SPAIN: PaperText = PaperText {
    methods: Methods { letter_of_credit_at_sight: "Crédito documentario a la vista (L/C)", ..TEXT.methods },
    ..TEXT
};
/// Mexico says importe, as Spain does, but not crédito documentario.
pub(crate) static MEXICO: PaperText = TEXT;
pub(crate) static AMERICA: PaperText = PaperText {
    contract_total: "Valor total",
    columns: ColumnTitles { amount: "Monto", ..TEXT.columns },
    totals: Totals { difference: "Diferencia con el valor total", ..TEXT.totals },
    shipping: ShippingWords {
        production_starts: |share| {
            format!("La producción comienza una vez recibido el {share} del valor total.")
        },
        ..TEXT.shipping
    },
    ..TEXT
};

const TEXT: PaperText = PaperText {
    own_name: "Español",
    colon: ": ",
    payment_schedule: "Calendario de pagos",
    deposit_policy: "Condiciones del anticipo",
    to: "Para",
    seller: "Vendedor",
    buyer: "Comprador",
    proforma_invoice: "Factura proforma",
    proforma_date: "Fecha de la proforma",
    product: "Producto",
    delivery_terms: "Condiciones de entrega",
    contract_total: "Importe del contrato",
    payment_terms: "Condiciones de pago",
    means_of_payment: "Forma de pago",
    currency: "Moneda",
    issued_on: |date| format!("Documento emitido el {date}"),
    rows: RowWords {
        deposit: "Anticipo",
        balance: "Saldo",
        deposit_of: |part, parts| format!("Anticipo {part} de {parts}"),
        balance_of: |part, parts| format!("Saldo {part} de {parts}"),
        payment: "Pago",
        instalment: |part| format!("Pago {part}"),
    },
    columns: ColumnTitles {
        number: "N.º",
        due: "Vencimiento",
        description: "Concepto",
        share: "Porcentaje",
        amount: "Importe",
        paid: "Pagado",
        status: "Estado",
        balance_after: "Queda por pagar",
    },
    totals: Totals {
        total: "Total",
        paid: "Total pagado",
        open: "Pendiente",
        over: "Pago en exceso",
        bank_fees: "Gastos bancarios aceptados",
        difference: "Diferencia con el importe del contrato",
    },
    statuses: Statuses {
        paid: "Pagado",
        due: "Vence hoy",
        overdue: "Vencido",
        part_paid: "Pagado parcialmente",
        upcoming: "Por vencer",
    },
    shipping: ShippingWords {
        production_starts: |share| {
            format!("La producción comienza una vez recibido el {share} del importe del contrato.")
        },
        goods_ship_after: |days| {
            format!(
                "La mercancía se embarca {} después del inicio de la producción.",
                span(days, PeriodUnit::Days)
            )
        },
        ship_by: "Fecha límite de embarque",
        last_true_day: "Fecha límite de recepción del anticipo para respetar la fecha de embarque",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{span} {after}"),
        then: ", ",
        end_of_month: "al final del mes de esa fecha",
        day_of_next_month: |day| format!("el día {day} del mes siguiente a esa fecha"),
        next_day: |days| format!("el primer día {} a partir de esa fecha", one_of_days(days)),
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event("a la confirmación del pedido", "después de la confirmación del pedido"),
        production_start: event("al inicio de la producción", "después del inicio de la producción"),
        goods_ready: event("cuando la mercancía esté lista", "después de que la mercancía esté lista"),
        inspection_passed: event("una vez aprobada la inspección", "después de aprobada la inspección"),
        shipment: event("al embarque", "después del embarque"),
        copy_of_bill_of_lading: event("contra copia del B/L", "después de recibir la copia del B/L"),
        original_documents: event(
            "contra documentos originales",
            "después de recibir los documentos originales",
        ),
        arrival: event("a la llegada a puerto", "después de la llegada a puerto"),
        delivery: event("a la entrega", "después de la entrega"),
        acceptance: event("a la aceptación", "después de la aceptación"),
    },
    methods: Methods {
        transfer: "Transferencia bancaria (T/T)",
        letter_of_credit_at_sight: "Carta de crédito a la vista (L/C)",
        cash_against_documents: "Pago contra documentos (CAD)",
    },
    bank: BankWords {
        details: "Datos bancarios",
        beneficiary: "Beneficiario",
        bank: "Banco",
        bank_address: "Dirección del banco",
        account: "N.º de cuenta / IBAN",
        swift: "SWIFT / BIC",
        remarks: "Observaciones",
        please_quote: |reference| format!("Le rogamos indicar la referencia {reference} en cada pago."),
        safety: "Si recibe un mensaje con otros datos bancarios, le rogamos que, antes de pagar, nos llame a un número que ya conozca.",
    },
    policy: PolicyHeadings {
        why: "Por qué pedimos un anticipo",
        how_much: "Cuánto y cuándo",
        used_for: "Para qué se usa el anticipo",
        protection: "Cómo está protegido su anticipo",
        changes: "Si el pedido cambia o se cancela",
        questions: "Su contacto para consultas",
    },
    sheets: SheetWords {
        account_card: "Nuestra cuenta bancaria",
        exact_name: "Indique el beneficiario exactamente como figura aquí: muchos bancos comparan el nombre con el número de cuenta.",
        never_by_email: "Nunca cambiamos estos datos por correo electrónico.",
        approval_sheet: "Pedido para aprobación",
        agreed_terms: "Condiciones acordadas",
        quantity: "Cantidad",
        unit_price: "Precio unitario",
        lead_time: "Plazo de producción en días",
        valid_until: "Oferta válida hasta",
        open_questions: "Cuestiones pendientes",
        decision_needed: "Decisión necesaria",
        decision: "Decisión",
        decide_by: "Fecha límite",
        approve: "Aprobar el pedido en estas condiciones.",
        approve_and_pay: |money| {
            format!("Aprobar el pedido en estas condiciones y autorizar el primer pago de {money}.")
        },
    },
    page: PageWords {
        page_of: |page, pages| format!("Página {page} de {pages}"),
        for_seller: "Por el vendedor",
        for_buyer: "Por el comprador",
        name_date_signature: "Nombre, fecha, firma",
    },
};

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => one_other(count, "día", "días"),
        PeriodUnit::Weeks => one_other(count, "semana", "semanas"),
        PeriodUnit::Months => one_other(count, "mes", "meses"),
    }
}

/// `1, 5 u 8`: the word for or is u before ocho and once.
fn one_of_days(days: &[u8]) -> String {
    let or = if matches!(days.last(), Some(8 | 11)) { " u " } else { " o " };
    one_of(days, |day| day.to_string(), ", ", or)
}
