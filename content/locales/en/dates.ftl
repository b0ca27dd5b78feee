### Days in words.

dates-january = January
dates-february = February
dates-march = March
dates-april = April
dates-may = May
dates-june = June
dates-july = July
dates-august = August
dates-september = September
dates-october = October
dates-november = November
dates-december = December

dates-monday = Monday
dates-tuesday = Tuesday
dates-wednesday = Wednesday
dates-thursday = Thursday
dates-friday = Friday
dates-saturday = Saturday
dates-sunday = Sunday

dates-today = today
dates-tomorrow = tomorrow
dates-yesterday = yesterday

dates-day-month = { $day } { $month }
dates-day-month-year = { $day } { $month } { $year }
dates-weekday-day-month = { $weekday } { $day } { $month }
dates-weekday-day-month-year = { $weekday } { $day } { $month } { $year }
