//! Documents in Portuguese, for Brazil and for Portugal and the countries that write as it does.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, SheetWords, ShippingWords, Statuses, Totals, event, one_of,
};
use crate::text::buyer::words::plural::up_to_one;

pub(crate) static BRAZIL: PaperText = TEXT;
pub(crate) static PORTUGAL: PaperText = PaperText {
    payment_schedule: "Plano de pagamentos",
    columns: ColumnTitles { number: "N.º", share: "Percentagem", status: "Estado", ..TEXT.columns },
    totals: Totals { bank_fees: "Despesas bancárias aceites", ..TEXT.totals },
    shipping: ShippingWords {
        production_starts: |share| {
            format!("A produção começa após a receção de {share} do valor do contrato.")
        },
        last_true_day: "Data-limite de receção do adiantamento para cumprir a data de embarque",
        ..TEXT.shipping
    },
    due: DueWords {
        day_of_next_month: |day| format!("no dia {day} do mês seguinte a essa data"),
        next_day: |days| {
            let days = one_of(days, |day| day.to_string(), ", ", " ou ");
            format!("no primeiro dia {days} a partir dessa data")
        },
        ..TEXT.due
    },
    milestones: MilestonePhrases {
        order_confirmation: event("na confirmação da encomenda", "após a confirmação da encomenda"),
        copy_of_bill_of_lading: event("contra cópia do B/L", "após a receção da cópia do B/L"),
        original_documents: event("contra documentos originais", "após a receção dos documentos originais"),
        ..TEXT.milestones
    },
    methods: Methods { letter_of_credit_at_sight: "Crédito documentário à vista (L/C)", ..TEXT.methods },
    bank: BankWords {
        bank_address: "Morada do banco",
        account: "N.º da conta / IBAN",
        please_quote: |reference| {
            format!("Agradecemos a indicação da referência {reference} em cada pagamento.")
        },
        safety: "Se receber uma mensagem com outros dados bancários, agradecemos que, antes de pagar, nos telefone para um número que já conheça.",
        ..TEXT.bank
    },
    policy: PolicyHeadings {
        why: "Porque pedimos um adiantamento",
        changes: "Se a encomenda mudar ou for cancelada",
        questions: "O seu contacto para esclarecimentos",
        ..TEXT.policy
    },
    sheets: SheetWords {
        account_card: "A nossa conta bancária",
        exact_name: "Indique o beneficiário exatamente como está escrito aqui: muitos bancos comparam o nome com o número da conta.",
        approval_sheet: "Encomenda para aprovação",
        approve: "Aprovar a encomenda nestas condições.",
        approve_and_pay: |money| {
            format!("Aprovar a encomenda nestas condições e autorizar o primeiro pagamento de {money}.")
        },
        ..TEXT.sheets
    },
    ..TEXT
};

const TEXT: PaperText = PaperText {
    own_name: "Português",
    colon: ": ",
    payment_schedule: "Cronograma de pagamentos",
    deposit_policy: "Condições do adiantamento",
    to: "Para",
    seller: "Vendedor",
    buyer: "Comprador",
    proforma_invoice: "Fatura proforma",
    proforma_date: "Data da proforma",
    product: "Produto",
    delivery_terms: "Condições de entrega",
    contract_total: "Valor do contrato",
    payment_terms: "Condições de pagamento",
    means_of_payment: "Forma de pagamento",
    currency: "Moeda",
    issued_on: |date| format!("Documento emitido em {date}"),
    rows: RowWords {
        deposit: "Adiantamento",
        balance: "Saldo",
        deposit_of: |part, parts| format!("Adiantamento {part} de {parts}"),
        balance_of: |part, parts| format!("Saldo {part} de {parts}"),
        payment: "Pagamento",
        instalment: |part| format!("Pagamento {part}"),
    },
    columns: ColumnTitles {
        number: "Nº",
        due: "Vencimento",
        description: "Descrição",
        share: "Percentual",
        amount: "Valor",
        paid: "Pago",
        status: "Situação",
        balance_after: "Falta pagar",
    },
    totals: Totals {
        total: "Total",
        paid: "Total pago",
        open: "Em aberto",
        over: "Pagamento em excesso",
        bank_fees: "Tarifas bancárias aceitas",
        difference: "Diferença em relação ao valor do contrato",
    },
    statuses: Statuses {
        paid: "Pago",
        due: "Vence hoje",
        overdue: "Em atraso",
        part_paid: "Pago parcialmente",
        upcoming: "A vencer",
    },
    shipping: ShippingWords {
        production_starts: |share| {
            format!("A produção começa após o recebimento de {share} do valor do contrato.")
        },
        goods_ship_after: |days| {
            format!("A mercadoria é embarcada {} após o início da produção.", span(days, PeriodUnit::Days))
        },
        ship_by: "Embarque até",
        last_true_day: "Data-limite de recebimento do adiantamento para cumprir a data de embarque",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{span} {after}"),
        then: ", ",
        end_of_month: "no fim do mês dessa data",
        day_of_next_month: |day| format!("no dia {} do mês seguinte a essa data", ordinal(day)),
        next_day: |days| {
            format!("no primeiro dia {} a partir dessa data", one_of(days, ordinal, ", ", " ou "))
        },
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event("na confirmação do pedido", "após a confirmação do pedido"),
        production_start: event("no início da produção", "após o início da produção"),
        goods_ready: event("quando a mercadoria estiver pronta", "após a mercadoria estar pronta"),
        inspection_passed: event("na aprovação da inspeção", "após a aprovação da inspeção"),
        shipment: event("no embarque", "após o embarque"),
        copy_of_bill_of_lading: event("contra cópia do B/L", "após o recebimento da cópia do B/L"),
        original_documents: event(
            "contra documentos originais",
            "após o recebimento dos documentos originais",
        ),
        arrival: event("na chegada ao porto", "após a chegada ao porto"),
        delivery: event("na entrega", "após a entrega"),
        acceptance: event("na aceitação", "após a aceitação"),
    },
    methods: Methods {
        transfer: "Transferência bancária (T/T)",
        letter_of_credit_at_sight: "Carta de crédito à vista (L/C)",
        cash_against_documents: "Pagamento contra documentos (CAD)",
    },
    bank: BankWords {
        details: "Dados bancários",
        beneficiary: "Beneficiário",
        bank: "Banco",
        bank_address: "Endereço do banco",
        account: "Nº da conta / IBAN",
        swift: "SWIFT / BIC",
        remarks: "Observações",
        please_quote: |reference| format!("Favor indicar a referência {reference} em cada pagamento."),
        safety: "Se receber uma mensagem com outros dados bancários, pedimos que, antes de pagar, ligue para nós em um número que já conheça.",
    },
    policy: PolicyHeadings {
        why: "Por que pedimos um adiantamento",
        how_much: "Quanto e quando",
        used_for: "Para que serve o adiantamento",
        protection: "Como o seu adiantamento é protegido",
        changes: "Se o pedido mudar ou for cancelado",
        questions: "Seu contato para dúvidas",
    },
    sheets: SheetWords {
        account_card: "Nossa conta bancária",
        exact_name: "Informe o beneficiário exatamente como está escrito aqui: muitos bancos comparam o nome com o número da conta.",
        never_by_email: "Nunca alteramos estes dados por e-mail.",
        approval_sheet: "Pedido para aprovação",
        agreed_terms: "Condições acordadas",
        quantity: "Quantidade",
        unit_price: "Preço unitário",
        lead_time: "Prazo de produção em dias",
        valid_until: "Proposta válida até",
        open_questions: "Questões em aberto",
        decision_needed: "Decisão necessária",
        decision: "Decisão",
        decide_by: "Decidir até",
        approve: "Aprovar o pedido nestas condições.",
        approve_and_pay: |money| {
            format!("Aprovar o pedido nestas condições e liberar o primeiro pagamento de {money}.")
        },
    },
    page: PageWords {
        page_of: |page, pages| format!("Página {page} de {pages}"),
        for_seller: "Pelo vendedor",
        for_buyer: "Pelo comprador",
        name_date_signature: "Nome, data, assinatura",
    },
};

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => up_to_one(count, "dia", "dias"),
        PeriodUnit::Weeks => up_to_one(count, "semana", "semanas"),
        PeriodUnit::Months => up_to_one(count, "mês", "meses"),
    }
}

/// Brazil counts the first of a month, as in dates.
fn ordinal(day: u8) -> String {
    if day == 1 { "1º".to_owned() } else { day.to_string() }
}
