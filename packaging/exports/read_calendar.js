// Reads a calendar with two libraries and writes the entries that each of them sees, as JSON.
// node read_calendar.js FILE
const fs = require("fs")
const nodeIcal = require("node-ical")

const text = fs.readFileSync(process.argv[2], "utf8")
const date = (year, month, day) => [year, month, day].map(part => String(part).padStart(2, "0")).join("-")

async function withIcalJs() {
  const { default: ICAL } = await import("ical.js")
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents("vevent").map(component => {
    const event = new ICAL.Event(component)
    const start = event.startDate
    return {
      uid: event.uid, on: date(start.year, start.month, start.day), whole_day: start.isDate, summary: event.summary,
      sequence: event.sequence, cancelled: component.getFirstPropertyValue("status") === "CANCELLED",
      alarms: component.getAllSubcomponents("valarm").map(alarm => alarm.getFirstPropertyValue("trigger").toSeconds() / 3600),
    }
  })
}

function withNodeIcal() {
  const events = Object.values(nodeIcal.sync.parseICS(text)).filter(entry => entry.type === "VEVENT")
  return events.map(event => ({
    uid: event.uid, on: date(event.start.getFullYear(), event.start.getMonth() + 1, event.start.getDate()),
    whole_day: event.datetype === "date", summary: event.summary, sequence: Number(event.sequence),
    cancelled: event.status === "CANCELLED",
    // It keeps each alarm under the alarm's own UID.
    alarms: Object.values(event).filter(part => part && part.type === "VALARM").length,
  }))
}

withIcalJs().then(entries => console.log(JSON.stringify({ "ical.js": entries, "node-ical": withNodeIcal() })))
