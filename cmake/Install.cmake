# SPDX-FileCopyrightText: Goldpan contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# What `cmake --install` puts where, and the .deb that CPack makes of it.
include(GNUInstallDirs)

install(TARGETS goldpan goldpan-cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES "${PROJECT_BINARY_DIR}/app/goldpan.1.gz" "${PROJECT_BINARY_DIR}/app/goldpan-cli.1.gz"
  DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")

set(desktop "${PROJECT_SOURCE_DIR}/resources/desktop")
install(FILES "${desktop}/org.goldpan.Goldpan.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${desktop}/org.goldpan.Goldpan.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES "${desktop}/org.goldpan.Goldpan.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages")
install(FILES "${desktop}/org.goldpan.Goldpan.svg" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")

install(FILES "${PROJECT_SOURCE_DIR}/resources/completion/goldpan-cli.bash"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME goldpan-cli)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/resources/docs/" DESTINATION "${CMAKE_INSTALL_DOCDIR}/docs")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/resources/sample/" DESTINATION "${CMAKE_INSTALL_DOCDIR}/sample")
set(changelog "${PROJECT_BINARY_DIR}/changelog.gz")
add_custom_command(OUTPUT "${changelog}"
  COMMAND gzip -9nc "${PROJECT_SOURCE_DIR}/CHANGELOG.md" > "${changelog}" DEPENDS "${PROJECT_SOURCE_DIR}/CHANGELOG.md" VERBATIM)
add_custom_target(changelog ALL DEPENDS "${changelog}")
# The first page names files of the sources; installed, it names where those stand beside it.
set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/README.md")
file(READ "${PROJECT_SOURCE_DIR}/README.md" readme)
string(REPLACE "(resources/docs/" "(docs/" readme "${readme}")
string(REPLACE "(CHANGELOG.md)" "(changelog.gz)" readme "${readme}")
string(REPLACE "(LICENSE)" "(copyright)" readme "${readme}")
file(GENERATE OUTPUT "${PROJECT_BINARY_DIR}/README.md" CONTENT "${readme}")
install(FILES "${PROJECT_BINARY_DIR}/README.md" "${changelog}" CONTRIBUTING.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
foreach(page core/README.md bench/README.md resources/debian-packages.txt)
  get_filename_component(folder "${page}" DIRECTORY)
  install(FILES "${page}" DESTINATION "${CMAKE_INSTALL_DOCDIR}/${folder}")
endforeach()
# Where Debian looks for the licence of a package.
install(FILES "${PROJECT_SOURCE_DIR}/resources/desktop/copyright" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME goldpan)
set(CPACK_PACKAGE_CONTACT "Goldpan contributors <goldpan@example.com>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "turns a production model's log into gold corrections")
set(CPACK_PACKAGE_DESCRIPTION "Goldpan opens the redacted inference log of a language model, shows the
rows that want a look, lets operators write the answers that the model
should have given, and exports training files. Everything is in one file;
no network is used.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON) # the libraries that the two programs link
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6") # and what Qt loads when it runs
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-dejavu-core, fonts-wqy-zenhei, fonts-lohit-deva, qt6-translations-l10n, qt6-wayland")
include(CPack)
