### Dagen in woorden: maanden en weekdagen zonder hoofdletter.

dates-january = januari
dates-february = februari
dates-march = maart
dates-april = april
dates-may = mei
dates-june = juni
dates-july = juli
dates-august = augustus
dates-september = september
dates-october = oktober
dates-november = november
dates-december = december

dates-monday = maandag
dates-tuesday = dinsdag
dates-wednesday = woensdag
dates-thursday = donderdag
dates-friday = vrijdag
dates-saturday = zaterdag
dates-sunday = zondag

dates-today = vandaag
dates-tomorrow = morgen
dates-yesterday = gisteren

dates-day-month = { $day } { $month }
dates-day-month-year = { $day } { $month } { $year }
dates-weekday-day-month = { $weekday } { $day } { $month }
dates-weekday-day-month-year = { $weekday } { $day } { $month } { $year }
