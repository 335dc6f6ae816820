//! Documents in Portuguese.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, ShippingWords, Statuses, Totals, event,
};
use crate::text::buyer::words::plural::up_to_one;

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Português",
    colon: ": ",
    payment_schedule: "Cronograma de pagamentos",
    deposit_policy: "Condições do adiantamento",
    to: "Para",
    from: "De",
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
    notes: "Observações",
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
        number: "N.º",
        due: "Vencimento",
        description: "Descrição",
        share: "Percentual",
        amount: "Valor",
        paid: "Pago",
        status: "Situação",
        balance_after: "Saldo restante",
    },
    totals: Totals {
        total: "Total",
        paid: "Total pago",
        open: "Em aberto",
        over: "Pagamento em excesso",
        bank_fees: "Tarifas bancárias aceitas",
        difference: "Controle: valor do contrato menos os pagamentos (deve ser 0)",
    },
    statuses: Statuses {
        paid: "Pago",
        due: "Exigível",
        overdue: "Em atraso",
        part_paid: "Pago parcialmente",
        upcoming: "A vencer",
        in_transit: "Transferência em curso",
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
        start: event("Data de início", "na data de início", "após a data de início"),
        end_of_month: event("Fim do mês", "no fim do mês", "após o fim do mês"),
        end_of_next_month: event(
            "Fim do mês seguinte",
            "no fim do mês seguinte",
            "após o fim do mês seguinte",
        ),
        end_of_that_month: "no fim desse mês",
        before_shipment: "antes do embarque",
        day: |day| day.to_string(),
        or: " ou ",
        next_day: |days| format!("no próximo dia {days}"),
        day_of_next_month: |day| format!("no dia {day} do mês seguinte"),
        then: ", ",
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event(
            "Confirmação do pedido",
            "na confirmação do pedido",
            "após a confirmação do pedido",
        ),
        production_start: event("Início da produção", "no início da produção", "após o início da produção"),
        goods_ready: event(
            "Mercadoria pronta",
            "quando a mercadoria estiver pronta",
            "após a mercadoria estar pronta",
        ),
        inspection_passed: event(
            "Inspeção aprovada",
            "na aprovação da inspeção",
            "após a aprovação da inspeção",
        ),
        shipment: event("Embarque", "no embarque", "após o embarque"),
        copy_of_bill_of_lading: event(
            "Cópia do B/L",
            "contra cópia do B/L",
            "após o recebimento da cópia do B/L",
        ),
        original_documents: event(
            "Documentos originais",
            "contra documentos originais",
            "após o recebimento dos documentos originais",
        ),
        arrival: event("Chegada ao porto", "na chegada ao porto", "após a chegada ao porto"),
        delivery: event("Entrega", "na entrega", "após a entrega"),
        acceptance: event("Aceitação", "na aceitação", "após a aceitação"),
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
        account: "N.º da conta / IBAN",
        swift: "SWIFT / BIC",
        intermediary: "Banco intermediário",
        remarks: "Observações",
        please_quote: |reference| format!("Indique a referência {reference} em cada pagamento."),
        safety: "Se uma mensagem indicar outros dados bancários, antes de pagar, ligue para nós em um número que já conheça.",
    },
    policy: PolicyHeadings {
        why: "Por que pedimos um adiantamento",
        how_much: "Quanto e quando",
        used_for: "Para que serve o adiantamento",
        protection: "Como o seu adiantamento é protegido",
        changes: "Se o pedido mudar ou for cancelado",
        questions: "Seu contato para dúvidas",
    },
    page: PageWords {
        page_of: |page, pages| format!("Página {page} de {pages}"),
        continued: "continuação",
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
