//! Events of a sale on which a payment may wait before they have a date.

use crate::named;

named! {
    pub enum Milestone {
        OrderConfirmation = "order-confirmation",
        ProductionStart = "production-start",
        GoodsReady = "goods-ready",
        InspectionPassed = "inspection-passed",
        Shipment = "shipment",
        CopyOfBillOfLading = "copy-of-bl",
        OriginalDocuments = "original-documents",
        Arrival = "arrival",
        Delivery = "delivery",
        Acceptance = "acceptance",
    }
}
