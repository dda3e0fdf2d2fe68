// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/Module.h"

#include <QCoreApplication>
#include <QLibrary>

namespace vitrine::app {

core::Result<QFunctionPointer> functionOfModule(const char *module, const char *function)
{
    QLibrary library(QCoreApplication::applicationDirPath() + QLatin1Char('/') + QLatin1String(module));
    library.setLoadHints(QLibrary::PreventUnloadHint);
    const QFunctionPointer found = library.resolve(function);
    if (found == nullptr)
        return core::fail(core::ErrorCode::Unavailable, library.errorString().toStdString(), module);
    return found;
}

} // namespace vitrine::app
