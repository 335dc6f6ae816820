//! Documents in Spanish.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, ShippingWords, Statuses, Totals, event,
};
use crate::text::buyer::words::plural::one_other;

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Español",
    colon: ": ",
    payment_schedule: "Calendario de pagos",
    deposit_policy: "Condiciones del anticipo",
    to: "Para",
    from: "De",
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
    notes: "Notas",
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
        balance_after: "Saldo restante",
    },
    totals: Totals {
        total: "Total",
        paid: "Total pagado",
        open: "Pendiente",
        over: "Pago en exceso",
        bank_fees: "Gastos bancarios aceptados",
        difference: "Control: importe del contrato menos los pagos (debe ser 0)",
    },
    statuses: Statuses {
        paid: "Pagado",
        due: "Exigible",
        overdue: "Vencido",
        part_paid: "Pagado parcialmente",
        upcoming: "Por vencer",
        in_transit: "Transferencia en curso",
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
        last_true_day: "Fecha límite para recibir el anticipo y cumplir la fecha de embarque",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{span} {after}"),
        start: event("Fecha de inicio", "en la fecha de inicio", "después de la fecha de inicio"),
        end_of_month: event("Fin de mes", "a fin de mes", "después de fin de mes"),
        end_of_next_month: event(
            "Fin del mes siguiente",
            "al final del mes siguiente",
            "después del fin del mes siguiente",
        ),
        end_of_that_month: "al final de ese mes",
        before_shipment: "antes del embarque",
        day: |day| day.to_string(),
        or: " o ",
        next_day: |days| format!("el próximo día {days}"),
        day_of_next_month: |day| format!("el día {day} del mes siguiente"),
        then: ", ",
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event(
            "Confirmación del pedido",
            "a la confirmación del pedido",
            "después de la confirmación del pedido",
        ),
        production_start: event(
            "Inicio de producción",
            "al inicio de la producción",
            "después del inicio de la producción",
        ),
        goods_ready: event(
            "Mercancía lista",
            "cuando la mercancía esté lista",
            "después de que la mercancía esté lista",
        ),
        inspection_passed: event(
            "Inspección aprobada",
            "una vez aprobada la inspección",
            "después de aprobada la inspección",
        ),
        shipment: event("Embarque", "al embarque", "después del embarque"),
        copy_of_bill_of_lading: event(
            "Copia del B/L",
            "contra copia del B/L",
            "después de recibir la copia del B/L",
        ),
        original_documents: event(
            "Documentos originales",
            "contra documentos originales",
            "después de recibir los documentos originales",
        ),
        arrival: event("Llegada a puerto", "a la llegada a puerto", "después de la llegada a puerto"),
        delivery: event("Entrega", "a la entrega", "después de la entrega"),
        acceptance: event("Aceptación", "a la aceptación", "después de la aceptación"),
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
        intermediary: "Banco intermediario",
        remarks: "Observaciones",
        please_quote: |reference| format!("Indique la referencia {reference} en cada pago."),
        safety: "Si un mensaje le indica otros datos bancarios, antes de pagar llámenos a un número que ya conozca.",
    },
    policy: PolicyHeadings {
        why: "Por qué pedimos un anticipo",
        how_much: "Cuánto y cuándo",
        used_for: "Para qué se usa el anticipo",
        protection: "Cómo está protegido su anticipo",
        changes: "Si el pedido cambia o se cancela",
        questions: "Su contacto para consultas",
    },
    page: PageWords {
        page_of: |page, pages| format!("Página {page} de {pages}"),
        continued: "continuación",
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
