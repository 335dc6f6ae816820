// Prints the whole public and bank holidays of these countries, 2026 to 2028, by the package date-holidays.
const Holidays = require('date-holidays')

// The part of the country that assets/holidays follows.
const PART = { GB: 'ENG', CH: 'ZH', MY: '14' }
const HOUR = 3600 * 1000

const daysOf = (country) => {
  const known = new Holidays(country, PART[country])
  const days = {}
  for (const year of [2026, 2027, 2028]) {
    for (const { type, date, name, start, end } of known.getHolidays(year) || []) {
      const hours = (end - start) / HOUR
      if (!['public', 'bank'].includes(type) || hours < 20) continue
      for (let day = 0; day < Math.max(1, Math.round(hours / 24)); day++) {
        const at = new Date(Date.parse(date.slice(0, 10) + 'T00:00:00Z') + day * 24 * HOUR)
        days[at.toISOString().slice(0, 10)] = name
      }
    }
  }
  return days
}

console.log(JSON.stringify(Object.fromEntries(process.argv.slice(2).map((country) => [country, daysOf(country)]))))
