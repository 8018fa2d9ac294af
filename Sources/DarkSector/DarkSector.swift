// DarkSector
